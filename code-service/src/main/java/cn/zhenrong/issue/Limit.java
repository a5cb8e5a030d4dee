package cn.zhenrong.issue;

import org.jspecify.annotations.Nullable;

/// What the association allows a maker.
///
/// @param quota garments in a calendar month; null for no limit
/// @param approvalAbove a batch of more garments waits for a person of the association; null for
///   none
record Limit(@Nullable Long quota, @Nullable Long approvalAbove) {
  static final Limit NONE = new Limit(null, null);

  boolean isOver(long garments) {
    return approvalAbove != null && garments > approvalAbove;
  }
}
