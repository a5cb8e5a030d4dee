package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Line;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/// Where the codes of a batch are. `issued` is the sum of all others but `released`, which are
/// those of `left` that were printed or downloaded.
///
/// @param voided written `void`
/// @param done whether every label is accounted for: nothing is left, or what is left was counted
///   when the batch was closed
/// @param lines how much of each line has its code
record Balance(
    long issued,
    long active,
    long shipped,
    long returned,
    long display,
    long spoiled,
    long sampled,
    @JsonProperty("void") long voided,
    long replaced,
    long left,
    long released,
    boolean done,
    List<OfLine> lines) {

  /// @param garments how many codes of the line can be in use at a time; the labels beyond them are
  ///   spare
  /// @param taken garments that have their code, or took one of another line in exchange
  /// @param free how many more codes of the line may come into use
  record OfLine(
      int line, String colour, String size, long garments, long spares, long taken, long free) {
    static OfLine of(Line line, Places places) {
      long taken = places.taken(line);
      return new OfLine(
          line.number(),
          line.colour(),
          line.size(),
          line.quantity(),
          line.spares(),
          taken,
          Math.max(0, line.quantity() - taken));
    }
  }

  static Balance of(Map<CodeState, Long> counts, boolean closed, List<OfLine> lines) {
    long released = in(counts, CodeState.RELEASED);
    long left = in(counts, CodeState.ISSUED) + released;
    return new Balance(
        counts.values().stream().mapToLong(Long::longValue).sum(),
        in(counts, CodeState.ACTIVE),
        in(counts, CodeState.SHIPPED),
        in(counts, CodeState.RETURNED),
        in(counts, CodeState.DISPLAY),
        in(counts, CodeState.SPOILED),
        in(counts, CodeState.SAMPLED),
        in(counts, CodeState.VOID),
        in(counts, CodeState.REPLACED),
        left,
        released,
        closed || left == 0,
        lines);
  }

  private static long in(Map<CodeState, Long> counts, CodeState state) {
    return counts.getOrDefault(state, 0L);
  }
}
