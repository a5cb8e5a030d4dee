package cn.zhenrong.lookup;

import cn.zhenrong.code.Serial;
import cn.zhenrong.issue.Code;
import cn.zhenrong.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
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
  private final Levels levels;
  private final KnownLabs labs;

  PublicCodeController(Answers answers, Visitor visitor, Levels levels, KnownLabs labs) {
    this.answers = answers;
    this.visitor = visitor;
    this.levels = levels;
    this.labs = labs;
  }

  /// As JSON, or with `Accept: application/ld+json` as linked data.
  ///
  /// @throws Problem never-issued with the verdict's words for anything that is not a code of ours
  @GetMapping(
      path = "/api/v1/codes/{serial}",
      produces = {MediaType.APPLICATION_JSON_VALUE, "application/ld+json"})
  ResponseEntity<Object> code(@PathVariable String serial, HttpServletRequest request) {
    Code code = Serial.read(serial).flatMap(answers::find).orElseThrow(Documents::neverIssued);
    Answer answer = answers.answer(code, Visitor.signature(request), visitor.sender(request));
    boolean linked = Form.of(request.getHeader(HttpHeaders.ACCEPT)) == Form.JSON_LD;
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(linked ? Form.JSON_LD.mediaType() : MediaType.APPLICATION_JSON)
        .body(
            linked
                ? JsonLd.of(answer, levels.of(code))
                : CodeAnswer.of(answer, labs.of(answer.facts().report())));
  }
}
