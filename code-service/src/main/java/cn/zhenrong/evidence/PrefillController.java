package cn.zhenrong.evidence;

import cn.zhenrong.file.PdfReader;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Texts;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Reads a report's PDF for a maker's form. Keeps nothing.
@RestController
@RequestMapping("/api/v1/reports/prefill")
class PrefillController {
  private static final Texts TEXTS = Texts.beside(PrefillController.class);

  private final PdfReader reader;

  PrefillController(PdfReader reader) {
    this.reader = reader;
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Prefill readPart(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
      throws IOException {
    if (file == null) {
      throw Problem.invalid("file", "report.file-missing", TEXTS.words("report.file-missing"));
    }
    return read(caller, file.getBytes());
  }

  @PostMapping(consumes = MediaType.APPLICATION_PDF_VALUE)
  Prefill readBody(@AuthenticationPrincipal Caller caller, @RequestBody byte[] body) {
    return read(caller, body);
  }

  private Prefill read(Caller caller, byte[] pdf) {
    caller.require(Role.MAKER);
    return ReportText.read(reader.lines(pdf));
  }
}
