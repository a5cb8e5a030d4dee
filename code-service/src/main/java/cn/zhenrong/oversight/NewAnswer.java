package cn.zhenrong.oversight;

import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer of the association as it is sent.
///
/// @param status `IN_PROGRESS` or `CLOSED`
/// @param outcome of a closed case only
/// @param words public
/// @param note for the association only
record NewAnswer(
    @Nullable String status,
    @Nullable String outcome,
    @Nullable Said words,
    @Nullable String note) {
  private static final Texts TEXTS = Texts.beside(NewAnswer.class);
  private static final int LONGEST = 500;

  /// @param en may be left out
  record Said(@Nullable String zh, @Nullable String en) {}

  /// What was read.
  record Checked(
      CaseStatus status,
      @Nullable CaseOutcome outcome,
      String zh,
      @Nullable String en,
      @Nullable String note) {}

  Checked read() {
    Fields fields = new Fields();
    CaseStatus next =
        fields.choice("status", status, List.of(CaseStatus.IN_PROGRESS, CaseStatus.CLOSED));
    Said said = words == null ? new Said(null, null) : words;
    Checked checked =
        new Checked(
            next,
            outcome(fields, next),
            fields.text("words.zh", said.zh(), LONGEST),
            fields.optionalText("words.en", said.en(), LONGEST),
            fields.optionalText("note", note, LONGEST));
    fields.check();
    return checked;
  }

  private @Nullable CaseOutcome outcome(Fields fields, CaseStatus next) {
    if ((next == CaseStatus.CLOSED) != (outcome != null)) {
      fields.refuse("outcome", "case.outcome", TEXTS.words("case.outcome"));
      return null;
    }
    return outcome == null
        ? null
        : fields.choice("outcome", outcome, List.of(CaseOutcome.values()));
  }
}
