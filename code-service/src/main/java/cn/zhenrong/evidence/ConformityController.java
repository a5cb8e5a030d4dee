package cn.zhenrong.evidence;

import cn.zhenrong.conformity.Conformity;
import cn.zhenrong.conformity.RawGoods;
import cn.zhenrong.conformity.RawResult;
import cn.zhenrong.fibre.RawPart;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Checks a label against a report without keeping either, for anybody who is signed in; and lists
/// the rules it goes by, for anybody.
@RestController
class ConformityController {
  private final Conformity conformity;
  private final Alarms alarms;

  ConformityController(Conformity conformity, Alarms alarms) {
    this.conformity = conformity;
    this.alarms = alarms;
  }

  /// @param standard product standard the label cites, such as `FZ/T 73009-2021`
  /// @param spinning `carded` or `combed`
  /// @param ageGroup `infant`, `child` or `adult`
  record DeclaredLabel(
      @Nullable List<@Nullable RawPart> parts,
      @Nullable String standard,
      @Nullable String spinning,
      @Nullable String ageGroup) {
    RawGoods goods() {
      return new RawGoods(standard, spinning, ageGroup);
    }
  }

  /// Label and report may be sent as they were registered: nothing is kept here, so what the check
  /// does not read does no harm.
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Question(
      @Nullable String ruleSet,
      @JsonIgnoreProperties(ignoreUnknown = true) @Nullable DeclaredLabel label,
      @JsonIgnoreProperties(ignoreUnknown = true) @Nullable RawResult report) {}

  @PostMapping("/api/v1/conformity")
  Map<String, Object> judge(@RequestBody Question question) {
    DeclaredLabel label = question.label();
    return conformity
        .judge(
            question.ruleSet(),
            label == null ? null : label.parts(),
            question.report(),
            label == null ? null : label.goods(),
            alarms.today())
        .json();
  }

  @GetMapping("/api/v1/rule-sets")
  RulesAnswer rules() {
    return RulesAnswer.of(conformity, alarms.today());
  }
}
