package cn.zhenrong.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One case as whoever has its number may follow it.
///
/// @param number as people read it
/// @param kind a [CaseForm.Kind], or `OPENED`
/// @param serial the code as people read it; null if none was scanned
/// @param backUrl the consumer page of the code; a path of this site
/// @param again whether the reader has just sent the form of this case once more
public record CaseFile(
    Frame frame,
    String number,
    String kind,
    @Nullable String serial,
    Progress progress,
    List<Answer> answers,
    @Nullable String backUrl,
    boolean again) {

  /// How far a case is.
  public enum Status {
    RECEIVED,
    IN_PROGRESS,
    CLOSED
  }

  /// How a case ended.
  public enum Outcome {
    CONFIRMED,
    NOT_CONFIRMED,
    PASSED_ON,
    ANSWERED
  }

  /// @param outcome null until it is closed
  /// @param forgottenAt when what the shopper wrote was deleted; null while it is there
  public record Progress(
      Instant receivedAt,
      Status status,
      @Nullable Outcome outcome,
      @Nullable Instant forgottenAt) {}

  /// An answer of the association.
  public record Answer(Instant at, Status status, Wording words) {}

  /// @throws IllegalArgumentException if the link leaves this site
  public CaseFile {
    Addresses.requireLocal(backUrl);
    answers = List.copyOf(answers);
  }
}
