package cn.zhenrong.lifecycle;

/// Codes of a batch that lie in a sealed box.
///
/// @param codes how many the whole box holds, those of other batches too
record SealedRange(long firstSequence, long lastSequence, long boxId, long codes) {
  Range range() {
    return new Range(firstSequence, lastSequence);
  }
}
