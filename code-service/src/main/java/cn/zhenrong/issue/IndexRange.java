package cn.zhenrong.issue;

/// Indexes for one batch.
///
/// @param block the block they are from
/// @param first the first of them
record IndexRange(long block, long first) {}
