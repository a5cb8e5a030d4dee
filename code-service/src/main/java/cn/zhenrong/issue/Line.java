package cn.zhenrong.issue;

import cn.zhenrong.code.ProductKey;

/// One line of an application: so many garments of one variant, and the spare labels for them.
///
/// @param number from 1, in request order
/// @param quantity garments
/// @param spares labels beyond the garments, at the end of the line: only so many codes of a batch
///   as it has garments can be in use at a time
/// @param firstSequence sequence number of its first code in the batch, from 1
public record Line(
    int number,
    String colour,
    String size,
    ProductKey key,
    long quantity,
    long spares,
    long firstSequence) {

  /// How many codes the line has, spares included.
  public long codes() {
    return quantity + spares;
  }

  /// Sequence number of its last code.
  public long last() {
    return firstSequence + codes() - 1;
  }
}
