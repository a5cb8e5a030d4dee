package cn.zhenrong.page;

import java.util.Locale;

/// What a verdict means at a glance: one colour, one icon, one word each, used for nothing else.
public enum Tone {
  VALID("M5 12.5l4.5 4.5L19 7.5"),
  NEUTRAL("M7 9.5h10M7 14.5h6"),
  INFO("M12 6.5h.01M12 11v7"),
  CAUTION("M12 5.5v8M12 18h.01"),
  STOP("M6.5 6.5l11 11M17.5 6.5l-11 11");

  private final String iconPath;

  Tone(String iconPath) {
    this.iconPath = iconPath;
  }

  /// The strokes of the icon as SVG path data, in a 24 × 24 box.
  public String iconPath() {
    return iconPath;
  }

  /// The name of the colour in `tokens.properties` and of the class in the style sheet.
  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }
}
