package cn.zhenrong.lookup;

import cn.zhenrong.code.Serial;
import cn.zhenrong.product.StylePhotos;
import cn.zhenrong.redis.Loads;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The photo of a code's style. Its address names the photo, so another photo has another address
/// and this one may be kept.
@Controller
class PhotoController {
  private static final CacheControl A_DAY = CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

  private final Answers answers;
  private final StylePhotos photos;
  private final Loads loads;

  PhotoController(Answers answers, StylePhotos photos, Loads loads) {
    this.answers = answers;
    this.photos = photos;
    this.loads = loads;
  }

  /// @param size `small` for the one that stands in the page
  @GetMapping("/scan/{serial}/photo")
  ResponseEntity<byte[]> photo(
      @PathVariable String serial, @RequestParam(required = false) @Nullable String size) {
    Optional<byte[]> photo =
        Serial.read(serial)
            .flatMap(answers::find)
            .flatMap(
                code -> loads.now(() -> photos.read(code.batch().style(), "small".equals(size))));
    return photo
        .map(jpeg ->
            ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).cacheControl(A_DAY).body(jpeg))
        .orElseGet(() -> ResponseEntity.notFound().cacheControl(CacheControl.noStore()).build());
  }
}
