package cn.zhenrong.lifecycle;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/// Where the codes of a batch are. `issued` is the sum of all others but `released`, which are
/// those of `left` that were printed or downloaded.
///
/// @param voided written `void`
/// @param done whether every label is accounted for: nothing is left, or what is left was counted
///   when the batch was closed
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
    boolean done) {

  static Balance of(Map<CodeState, Long> counts, boolean closed) {
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
        closed || left == 0);
  }

  private static long in(Map<CodeState, Long> counts, CodeState state) {
    return counts.getOrDefault(state, 0L);
  }
}
