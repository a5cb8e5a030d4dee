package cn.zhenrong.lookup;

import cn.zhenrong.code.Serial;
import cn.zhenrong.issue.Code;
import cn.zhenrong.page.Situation;
import cn.zhenrong.page.VerdictBar;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The public answer for machines.
@RestController
class PublicCodeController {
  private final Answers answers;
  private final Visitor visitor;

  PublicCodeController(Answers answers, Visitor visitor) {
    this.answers = answers;
    this.visitor = visitor;
  }

  /// @throws Problem never-issued with the verdict's words for anything that is not a code of ours
  @GetMapping(path = "/api/v1/codes/{serial}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<CodeAnswer> code(@PathVariable String serial, HttpServletRequest request) {
    Code code =
        Serial.read(serial).flatMap(answers::find).orElseThrow(PublicCodeController::neverIssued);
    Answer answer = answers.answer(code, Visitor.signature(request), visitor.sender(request));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(CodeAnswer.of(answer));
  }

  private static Problem neverIssued() {
    return Problem.of(ProblemKind.NEVER_ISSUED)
        .with("verdict", CodeAnswer.Verdict.of(VerdictBar.of(Situation.NEVER_ISSUED)));
  }
}
