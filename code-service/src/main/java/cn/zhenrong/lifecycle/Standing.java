package cn.zhenrong.lifecycle;

import cn.zhenrong.code.Serial;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where one code stands now.
///
/// @param reason why it was voided, spoiled or replaced: one of the closed list
/// @param words the person's own words beside the reason
/// @param successor the code that took its place
/// @param since when it came into this state; null while it is as issued. Codes that came into it
///   one after the other share the time of the last; a code's own time is in its history
/// @param soldAgain whether it was returned, re-inspected and activated again
/// @param predecessor the code whose place it took
public record Standing(
    CodeState state,
    @Nullable Reason reason,
    @Nullable String words,
    @Nullable Serial successor,
    @Nullable Instant since,
    boolean soldAgain,
    @Nullable Serial predecessor) {

  /// The standing of a code that nobody has touched since it was issued.
  static final Standing UNTOUCHED = new Standing(CodeState.ISSUED, null, null, null, null, false);

  /// The standing of a code that took nobody's place.
  public Standing(
      CodeState state,
      @Nullable Reason reason,
      @Nullable String words,
      @Nullable Serial successor,
      @Nullable Instant since,
      boolean soldAgain) {
    this(state, reason, words, successor, since, soldAgain, null);
  }
}
