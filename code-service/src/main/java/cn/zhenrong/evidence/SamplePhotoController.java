package cn.zhenrong.evidence;

import cn.zhenrong.file.StoredFiles;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Texts;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

/// The photo of the sample a report is about: for its party and the association.
@RestController
@RequestMapping("/api/v1/reports/{id}/photo")
class SamplePhotoController {
  private static final Texts TEXTS = Texts.beside(SamplePhotoController.class);

  private final ReportFiles files;

  SamplePhotoController(ReportFiles files) {
    this.files = files;
  }

  /// @param photoDigest lower-case hex SHA-256
  record PhotoAnswer(String id, @Nullable String photoDigest) {}

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  PhotoAnswer attach(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long id,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
      throws IOException {
    if (file == null) {
      throw Problem.invalid("file", "report.photo-missing", TEXTS.words("report.photo-missing"));
    }
    Report report = files.show(caller, new ReportId(id), file.getBytes());
    return new PhotoAnswer(report.id().toString(), report.photoDigest());
  }

  @GetMapping
  ResponseEntity<byte[]> read(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
    caller.require(Role.MAKER, Role.ASSOCIATION);
    byte[] photo = files.photo(caller, new ReportId(id));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(StoredFiles.photoType(photo)))
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("sample-" + id).build().toString())
        .body(photo);
  }
}
