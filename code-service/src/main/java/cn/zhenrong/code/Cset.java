package cn.zhenrong.code;

import java.util.regex.Pattern;

/// The character sets of GS1 element strings (GS1 General Specifications, 7.11).
enum Cset {
  /// Digits.
  N("[0-9]"),
  /// Set 82: no space and no `#`.
  X("[!\"%&'()*+,\\-./0-9:;<=>?A-Z_a-z]"),
  /// Set 64: base64url.
  Z("[A-Za-z0-9_\\-]");

  private final String one;

  Cset(String one) {
    this.one = one;
  }

  /// Exactly so many of them, as a regular expression.
  String times(int count) {
    return one + "{" + count + "}";
  }

  /// One to so many of them, as a regular expression.
  String atMost(int count) {
    return one + "{1," + count + "}";
  }

  Pattern upTo(int count) {
    return Pattern.compile(atMost(count));
  }
}
