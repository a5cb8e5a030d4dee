package cn.zhenrong.conformity;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How the yarn was spun.
public enum Spinning {
  /// 粗纺: carded, woollen-spun.
  CARDED,
  /// 精纺: combed, worsted.
  COMBED;

  /// The text of the interface, such as `carded`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The spinning of that text, or null if there is none.
  public static @Nullable Spinning of(@Nullable String text) {
    for (Spinning spinning : values()) {
      if (spinning.text().equals(text)) {
        return spinning;
      }
    }
    return null;
  }
}
