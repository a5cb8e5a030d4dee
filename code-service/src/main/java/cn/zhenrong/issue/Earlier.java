package cn.zhenrong.issue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Codes that had left the house before, when they left again.
///
/// @param first sequence number of the first code, from 1
/// @param last of the last, inclusive
record Earlier(long first, long last) {
  /// So many ranges are told; a person sees by then that this is no first print.
  private static final int MOST = 20;

  /// Those of `first`…`last` that are in any of the earlier ranges, as they are kept:
  /// `1-100,151-200`.
  ///
  /// @param earlier by their first numbers
  /// @return null if there are none
  static @Nullable String text(List<Earlier> earlier, long first, long last) {
    List<Earlier> joined = new ArrayList<>();
    for (Earlier one : earlier) {
      Earlier part = new Earlier(Math.max(first, one.first), Math.min(last, one.last));
      if (!joined.isEmpty() && part.first <= joined.getLast().last + 1) {
        Earlier open = joined.removeLast();
        joined.add(new Earlier(open.first, Math.max(open.last, part.last)));
      } else {
        joined.add(part);
      }
    }
    return joined.isEmpty()
        ? null
        : joined.stream()
            .limit(MOST)
            .map(one -> one.first + "-" + one.last)
            .collect(Collectors.joining(","));
  }

  /// What [#text] wrote.
  static List<Earlier> of(@Nullable String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split(",", -1))
            .map(one -> one.split("-", 2))
            .map(ends -> new Earlier(Long.parseLong(ends[0]), Long.parseLong(ends[1])))
            .toList();
  }
}
