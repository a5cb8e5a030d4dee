package cn.zhenrong.evidence;

import cn.zhenrong.conformity.Conformity;
import cn.zhenrong.conformity.RawResult;
import cn.zhenrong.fibre.RawPart;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Checks a label against a report without keeping either. For anybody who is signed in.
@RestController
class ConformityController {
  private final Conformity conformity;

  ConformityController(Conformity conformity) {
    this.conformity = conformity;
  }

  record DeclaredLabel(@Nullable List<@Nullable RawPart> parts) {}

  record Question(
      @Nullable String ruleSet, @Nullable DeclaredLabel label, @Nullable RawResult report) {}

  @PostMapping("/api/v1/conformity")
  Map<String, Object> judge(@RequestBody Question question) {
    DeclaredLabel label = question.label();
    return conformity
        .judge(question.ruleSet(), label == null ? null : label.parts(), question.report())
        .json();
  }
}
