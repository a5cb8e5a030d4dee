package cn.zhenrong.evidence;

import cn.zhenrong.evidence.ReportAnswer.AlarmAnswer;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Texts;
import java.io.IOException;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// The PDF of a report over HTTP: in as a form's part `file` or as the body itself, out as a
/// download.
@RestController
@RequestMapping("/api/v1/reports/{id}/file")
class ReportFileController {
  private static final Texts TEXTS = Texts.beside(ReportFileController.class);

  private final ReportFiles files;
  private final Alarms alarms;

  ReportFileController(ReportFiles files, Alarms alarms) {
    this.files = files;
    this.alarms = alarms;
  }

  /// @param fileDigest lower-case hex SHA-256
  record FileAnswer(String id, @Nullable String fileDigest, List<AlarmAnswer> alarms) {}

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  FileAnswer attachPart(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long id,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
      throws IOException {
    if (file == null) {
      throw Problem.invalid("file", "report.file-missing", TEXTS.words("report.file-missing"));
    }
    return attach(caller, id, file.getBytes());
  }

  @PostMapping(consumes = MediaType.APPLICATION_PDF_VALUE)
  FileAnswer attachBody(
      @AuthenticationPrincipal Caller caller, @PathVariable long id, @RequestBody byte[] body) {
    return attach(caller, id, body);
  }

  @GetMapping
  ResponseEntity<byte[]> read(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
    caller.require(Role.MAKER, Role.ASSOCIATION);
    byte[] pdf = files.read(caller, new ReportId(id));
    ContentDisposition download =
        ContentDisposition.attachment().filename("report-" + id + ".pdf").build();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
        .body(pdf);
  }

  private FileAnswer attach(Caller caller, long id, byte[] pdf) {
    Report report = files.attach(caller, new ReportId(id), pdf);
    return new FileAnswer(
        report.id().toString(), report.fileDigest(), AlarmAnswer.all(alarms.now(report), caller));
  }
}
