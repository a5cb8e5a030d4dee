package cn.zhenrong.lifecycle;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import cn.zhenrong.problem.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The words of this package, and problems made of them.
final class LifeTexts {
  static final Texts TEXTS = Texts.beside(LifeTexts.class);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  private LifeTexts() {}

  static Problem conflict(String key, Object... arguments) {
    return Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words(key, arguments));
  }

  static Problem conflict(Words words) {
    return Problem.of(ProblemKind.STATE_CONFLICT, words);
  }

  /// What stands in the way of a move, for a person.
  static Words standing(Move move, SpanList.Run run) {
    Mark mark = run.mark();
    String key =
        move == Move.SPOIL && mark.state() == CodeState.ACTIVE
            ? "stands.ACTIVE.spoil"
            : "stands." + mark.state().name();
    Words why = mark.reason() == null ? new Words("", "") : mark.reason().words();
    String when = run.span() == null ? "" : when(run.span());
    return new Words(TEXTS.words(key, when, why.zh()).zh(), TEXTS.words(key, when, why.en()).en());
  }

  /// Why a label cannot stand in for another.
  static Words used(SpanList.Run run) {
    Words why = standing(Move.REPLACE, run);
    return new Words(
        TEXTS.words("successor.used", why.zh()).zh(), TEXTS.words("successor.used", why.en()).en());
  }

  /// One minute, or two when the codes of the span came into their state one after the other.
  private static String when(Span span) {
    String first = minute(span.earliest());
    String last = minute(span.latest());
    return first.equals(last) ? first : first + " – " + last;
  }

  private static String minute(Instant at) {
    return MINUTE.format(at);
  }
}
