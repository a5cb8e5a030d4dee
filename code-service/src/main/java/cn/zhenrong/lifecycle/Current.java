package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Code;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Words;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a code stands now: the member `current` of the problem somebody gets who wanted it
/// elsewhere, so that the next step needs no second question.
@JsonInclude(JsonInclude.Include.NON_NULL)
record Current(
    String serial,
    CodeState state,
    @Nullable Reason reason,
    @Nullable String words,
    @Nullable Instant since,
    @Nullable String successor,
    @Nullable String replaces) {

  /// A state-conflict about one code.
  static Problem conflict(Words words, Code code, SpanList.Run run, Codes codes) {
    return LifeTexts.conflict(words).with("current", of(code, run, codes));
  }

  private static Current of(Code code, SpanList.Run run, Codes codes) {
    Mark mark = run.mark();
    return new Current(
        code.serial().text(),
        mark.state(),
        mark.reason(),
        mark.words(),
        run.span() == null ? null : run.span().latest(),
        serial(code, mark.successor(), codes),
        serial(code, mark.predecessor(), codes));
  }

  private static @Nullable String serial(Code code, @Nullable Long sequence, Codes codes) {
    return sequence == null ? null : codes.at(code.batch(), sequence).serial().text();
  }
}
