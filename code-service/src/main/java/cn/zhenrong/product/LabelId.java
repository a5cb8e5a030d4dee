package cn.zhenrong.product;

/// Identifies a composition label.
public record LabelId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
