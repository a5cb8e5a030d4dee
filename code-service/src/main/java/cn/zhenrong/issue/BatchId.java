package cn.zhenrong.issue;

/// Identifies a batch.
public record BatchId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
