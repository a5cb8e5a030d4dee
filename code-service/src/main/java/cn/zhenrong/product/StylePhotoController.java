package cn.zhenrong.product;

import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// The photo of a style as its maker hands it in. Shoppers get it under their own code.
@RestController
@RequestMapping("/api/v1/styles/{id}/photo")
class StylePhotoController {
  private static final Texts TEXTS = Texts.beside(StylePhotoController.class);

  private final StylePhotos photos;
  private final Styles styles;

  StylePhotoController(StylePhotos photos, Styles styles) {
    this.photos = photos;
    this.styles = styles;
  }

  /// @param photoDigest lower-case hex SHA-256 of the photo as it was drawn anew
  record PhotoAnswer(String id, @Nullable String photoDigest) {}

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  PhotoAnswer attach(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long id,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
      throws IOException {
    if (file == null) {
      throw Problem.invalid("file", "style.photo-missing", TEXTS.words("style.photo-missing"));
    }
    Style style = photos.attach(caller, new StyleId(id), file.getBytes());
    return new PhotoAnswer(style.id().toString(), style.photoDigest());
  }

  @GetMapping
  ResponseEntity<byte[]> read(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
    caller.require(Role.MAKER, Role.ASSOCIATION);
    Style style = styles.get(caller, new StyleId(id));
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.noStore())
        .body(photos.read(style.id(), false).orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND)));
  }
}
