package cn.zhenrong.scan;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of `code_signal`: all that a rule saw of a code.
///
/// @param seen most devices, claims or codes at a time
/// @param provinces as bits of [ProvinceSet]
/// @param dismissedAt when a person found nothing wrong
record SignalRow(
    long codeIndex,
    CloneRule rule,
    Instant firstAt,
    Instant lastAt,
    long hits,
    int seen,
    long provinces,
    @Nullable Instant dismissedAt) {

  /// Several hits of one rule on one code.
  static SignalRow of(List<Signal> hits) {
    Signal any = hits.getFirst();
    return new SignalRow(
        any.index(),
        any.rule(),
        hits.stream().map(Signal::from).min(Comparator.naturalOrder()).orElseThrow(),
        hits.stream().map(Signal::at).max(Comparator.naturalOrder()).orElseThrow(),
        hits.size(),
        hits.stream().mapToInt(Signal::seen).max().orElseThrow(),
        hits.stream().mapToLong(Signal::provinces).reduce(0, (a, b) -> a | b),
        null);
  }
}
