package cn.zhenrong.oversight;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What whoever holds the number may know of a case: nothing that a person wrote but the
/// association's answers.
///
/// @param scanned as [CaseSubject#scanned]
/// @param text as [CaseSubject#text]; for the way back, not to be shown
/// @param forgottenAt when what the shopper wrote was deleted; null while it is there
public record PublicCase(
    CaseNumber number,
    CaseKind kind,
    String scanned,
    @Nullable String text,
    CaseStatus status,
    @Nullable CaseOutcome outcome,
    Instant receivedAt,
    @Nullable Instant forgottenAt,
    List<Answer> answers) {

  /// @param en null if there is only the Chinese
  public record Answer(Instant at, CaseStatus status, String zh, @Nullable String en) {
    static Answer of(CaseAnswerRow row) {
      return new Answer(row.answeredAt(), row.status(), row.wordsZh(), row.wordsEn());
    }
  }

  static PublicCase of(CaseRow row, List<CaseAnswerRow> answers) {
    return new PublicCase(
        new CaseNumber(row.number()),
        row.kind(),
        row.scanned(),
        row.scannedText(),
        row.status(),
        row.outcome(),
        row.receivedAt(),
        row.forgottenAt(),
        answers.stream().map(Answer::of).toList());
  }
}
