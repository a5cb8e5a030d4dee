package cn.zhenrong.issue;

import cn.zhenrong.code.ProductKey;

/// One row of `batch_line`.
record LineRow(
    long batchId,
    int lineNo,
    String colour,
    String size,
    String keyType,
    String keyValue,
    long quantity,
    long spares,
    long firstSequence) {

  static LineRow of(long batchId, Line line) {
    return new LineRow(
        batchId,
        line.number(),
        line.colour(),
        line.size(),
        line.key().type(),
        line.key().key(),
        line.quantity(),
        line.spares(),
        line.firstSequence());
  }

  Line line() {
    return new Line(
        lineNo, colour, size, ProductKey.of(keyType, keyValue), quantity, spares, firstSequence);
  }
}
