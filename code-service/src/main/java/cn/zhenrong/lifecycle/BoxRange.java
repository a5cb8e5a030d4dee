package cn.zhenrong.lifecycle;

/// One row of `code_box_range`: codes of one batch in one box.
record BoxRange(long batchId, long firstSequence, long lastSequence, long boxId) {
  Range range() {
    return new Range(firstSequence, lastSequence);
  }
}
