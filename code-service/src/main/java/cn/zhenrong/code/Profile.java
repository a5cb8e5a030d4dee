package cn.zhenrong.code;

import java.util.Locale;
import java.util.Optional;

/// How much a printed code carries (code-format §3).
public enum Profile {
  /// Address and serial only: small symbols for care labels, ribbons and tags.
  COMPACT,
  /// Address, serial, composition and signature: can be checked with no network.
  SIGNED;

  /// The word used in JSON and in manifests: `compact` or `signed`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The profile of a word; empty if there is none.
  public static Optional<Profile> read(String word) {
    return switch (word) {
      case "compact" -> Optional.of(COMPACT);
      case "signed" -> Optional.of(SIGNED);
      default -> Optional.empty();
    };
  }
}
