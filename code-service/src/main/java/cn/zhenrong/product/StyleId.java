package cn.zhenrong.product;

/// Identifies a style.
public record StyleId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
