package cn.zhenrong.conformity;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the percentages are a share of (GB/T 29862-2013 clause 5.2).
public enum Basis {
  /// 公定质量百分率: mass with the conventional moisture of each fibre.
  OFFICIAL_REGAIN,
  /// 净干含量: mass of the dry fibre alone.
  NET_DRY;

  /// The text of the interface, such as `net-dry`.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The basis of that text, or null if there is none.
  public static @Nullable Basis of(@Nullable String text) {
    for (Basis basis : values()) {
      if (basis.text().equals(text)) {
        return basis;
      }
    }
    return null;
  }
}
