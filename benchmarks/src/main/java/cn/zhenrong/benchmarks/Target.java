package cn.zhenrong.benchmarks;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// One line of the table: what a ratio means and how large it should be.
///
/// @param key in the `ratios` of a result file
/// @param words what is compared with what
/// @param bound at least or at most this much; `NONE` where a number is only watched
record Target(String key, String words, Bound bound) {
  static final List<Target> ALL =
      List.of(
          new Target(
              "issue/signed-vs-accp",
              "signed codes streamed over HTTP ÷ raw ACCP Ed25519 signing, all cores",
              Bound.atLeast("0.75")),
          new Target(
              "issue/signed-vs-openssl",
              "signed codes streamed over HTTP ÷ `openssl speed -multi`",
              Bound.atLeast("3")),
          new Target(
              "issue/sm2-vs-bc",
              "codes signed by SM2 ÷ raw Bouncy Castle SM2, all cores",
              Bound.NONE),
          new Target(
              "issue/accept-vs-commit",
              "accepting a batch of any size ÷ one MySQL commit, in time",
              Bound.atMost("5")),
          new Target(
              "issue/bytes-per-code",
              "bytes stored per code until it is touched",
              Bound.atMost("1")),
          new Target(
              "lookup/mvc-json", "lookup, warm ÷ an empty Spring MVC answer", Bound.atLeast("1")),
          new Target(
              "lookup/raw-servlet",
              "lookup, warm ÷ a servlet writing fixed bytes",
              Bound.atLeast("0.7")),
          new Target(
              "lookup/junk-vs-real", "lookup of junk ÷ lookup of a real code", Bound.atLeast("1")),
          new Target("lookup/row-per-code", "lookup ÷ the same with a row per code", Bound.NONE),
          new Target(
              "scan/per-second", "scans counted durably, per second", Bound.atLeast("20000")),
          new Target(
              "symbol/vs-zxing", "symbols drawn ÷ ZXing’s `QRCodeWriter`", Bound.atLeast("4")),
          new Target(
              "conformity/per-second",
              "verdicts on a garment of two parts, per second",
              Bound.NONE),
          new Target(
              "page/gzip-bytes",
              "the consumer page’s HTML, gzipped, in bytes",
              Bound.atMost("14336")));

  /// The direction and the number.
  ///
  /// @param sign `≥`, `≤` or empty
  record Bound(String sign, BigDecimal limit) {
    static final Bound NONE = new Bound("", BigDecimal.ZERO);

    static Bound atLeast(String limit) {
      return new Bound("≥", new BigDecimal(limit));
    }

    static Bound atMost(String limit) {
      return new Bound("≤", new BigDecimal(limit));
    }
  }

  /// Whether a measured value keeps to the bound; empty where there is none.
  Optional<Boolean> isMetBy(BigDecimal value) {
    return switch (bound.sign()) {
      case "≥" -> Optional.of(value.compareTo(bound.limit()) >= 0);
      case "≤" -> Optional.of(value.compareTo(bound.limit()) <= 0);
      default -> Optional.empty();
    };
  }
}
