package cn.zhenrong.conformity;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whom the goods are made for.
public enum AgeGroup {
  /// Up to 36 months.
  INFANT,
  /// Up to 14 years (GB 31701-2015).
  CHILD,
  ADULT;

  /// The text of the interface, such as `infant`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The age group of that text, or null if there is none.
  public static @Nullable AgeGroup of(@Nullable String text) {
    for (AgeGroup group : values()) {
      if (group.text().equals(text)) {
        return group;
      }
    }
    return null;
  }
}
