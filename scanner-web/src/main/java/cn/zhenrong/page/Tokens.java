package cn.zhenrong.page;

import java.util.Properties;
import java.util.TreeSet;

/// The design tokens of `tokens.properties`: colours, fonts and measures that page, labels and
/// documents share, so that they look like one thing.
///
/// A colour is named `light.…` or `dark.…` and written `#RRGGBB`; everything else is written as CSS
/// writes it.
public final class Tokens {
  private static final Properties TOKENS = Resources.properties("tokens.properties");

  private Tokens() {}

  /// The value of a token, such as `light.ink` or `font.mono`.
  ///
  /// @throws IllegalArgumentException if there is no such token
  public static String value(String name) {
    String value = TOKENS.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException("no design token named " + name);
    }
    return value;
  }

  /// The tokens as CSS custom properties: `--ink`, `--font-mono` …, dark ones under the reader's
  /// preference.
  static String asCss() {
    StringBuilder root = new StringBuilder();
    StringBuilder dark = new StringBuilder();
    for (String name : new TreeSet<>(TOKENS.stringPropertyNames())) {
      StringBuilder target = name.startsWith("dark.") ? dark : root;
      String property = name.replaceFirst("^(light|dark)\\.", "").replace('.', '-');
      target.append("--").append(property).append(':').append(value(name)).append(';');
    }
    return ":root{" + root + "}@media(prefers-color-scheme:dark){:root{" + dark + "}}";
  }
}
