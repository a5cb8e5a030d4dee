package cn.zhenrong.scan;

import cn.zhenrong.issue.BatchId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// One hit of a rule on one code.
///
/// @param index of the code in the installation
/// @param from the oldest of what was seen
/// @param at the verification that made the rule hit
/// @param seen how many devices, claims or codes
/// @param provinces where, as [#bits] of the places known
record Signal(
    CloneRule rule, long index, BatchId batch, Instant from, Instant at, int seen, long provinces) {

  /// Provinces as one number that can be added to by `|` in any store. The places never change: an
  /// enum constant is only ever added at the end.
  static long bits(Collection<Province> provinces) {
    return provinces.stream().mapToLong(Signal::bit).reduce(0, (a, b) -> a | b);
  }

  /// The provinces in such a number, in the order of their codes.
  static List<Province> provinces(long bits) {
    return Arrays.stream(Province.values()).filter(one -> (bits & bit(one)) != 0).toList();
  }

  private static long bit(Province province) {
    return 1L << province.ordinal();
  }
}
