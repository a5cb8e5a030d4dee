package cn.zhenrong.code;

import java.util.Optional;

/// The GS1 prefixes that must not stand in an open code (code-format §2).
final class GtinPrefix {
  private GtinPrefix() {}

  /// The key of the words that say why a GTIN is refused; empty if it is not.
  static Optional<String> refused(Gtin gtin, boolean demo) {
    String digits = gtin.digits();
    if (digits.charAt(0) != '0') {
      return Optional.of("gtin.prefix.level");
    }
    int prefix = Integer.parseInt(digits.substring(1, 4));
    if (digits.startsWith("0000000") || isRestricted(prefix)) {
      return Optional.of("gtin.prefix.restricted");
    }
    if ((prefix == 950 || prefix == 952) && !demo) {
      return Optional.of("gtin.prefix.demo");
    }
    return Optional.empty();
  }

  /// Numbers that are unique only within one region or company, and coupons.
  private static boolean isRestricted(int prefix) {
    return (prefix >= 20 && prefix <= 29)
        || (prefix >= 40 && prefix <= 59)
        || (prefix >= 200 && prefix <= 299)
        || prefix >= 980;
  }
}
