package cn.zhenrong.evidence;

import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Texts;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A quick test as its operator enters it.
///
/// @param result what the device showed, in words; no verdict
/// @param testedOn ISO 8601 date
public record NewQuickTest(
    @Nullable String operator,
    @Nullable String device,
    @Nullable String lot,
    @Nullable String result,
    @Nullable String testedOn) {
  private static final Texts TEXTS = Texts.beside(NewQuickTest.class);

  /// Words that only a laboratory's report may use.
  private static final Pattern VERDICT =
      Pattern.compile(
          "合\\s*格|达\\s*标|通\\s*过|\\b(?:un)?qualified\\b|\\b(?:pass|fail)(?:ed|es|s)?\\b",
          Pattern.CASE_INSENSITIVE);

  /// What was read.
  record Checked(
      String operator, String device, @Nullable String lot, String result, LocalDate testedOn) {}

  Checked read(Fields fields, LocalDate today) {
    String words = fields.text("result", result, 300);
    if (VERDICT.matcher(words).find()) {
      fields.refuse("result", "quick.verdict", TEXTS.words("quick.verdict"));
    }
    return new Checked(
        fields.text("operator", operator, 60),
        fields.text("device", device, 120),
        fields.optionalText("lot", lot, 60),
        words,
        new Dates(fields, today).past("testedOn", testedOn));
  }
}
