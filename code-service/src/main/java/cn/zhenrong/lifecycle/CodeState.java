package cn.zhenrong.lifecycle;

/// What has become of a code (design §3). `SUSPENDED` and `RECALLED` are overlays from holds and
/// never stored.
public enum CodeState {
  ISSUED,
  /// Printed or downloaded.
  RELEASED,
  ACTIVE,
  SHIPPED,
  RETURNED,
  SPOILED,
  SAMPLED,
  VOID,
  REPLACED,
  DISPLAY
}
