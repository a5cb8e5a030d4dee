package cn.zhenrong.benchmarks;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The numbers that are compared with a target, and some more that explain them.
///
/// @param main by the names the design gives them
/// @param more ratios without a target
/// @param ranges lowest and highest round of each ratio
record Ratios(
    Map<String, BigDecimal> main, Map<String, BigDecimal> more, Map<String, Range> ranges) {

  static Ratios of(Scores scores, int pageBytes) {
    Ratios ratios = new Ratios(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    ratios.targeted(scores);
    ratios.main.put("page/gzip-bytes", BigDecimal.valueOf(pageBytes));
    ratios.explaining(scores);
    return ratios;
  }

  private void targeted(Scores scores) {
    add(
        main,
        "issue/signed-vs-accp",
        scores.ratio(Measurement.CODES_ON_ALL_CORES, Measurement.ACCP_ON_ALL_CORES));
    add(
        main,
        "issue/signed-vs-openssl",
        scores.ratio(Measurement.CODES_ON_ALL_CORES, Measurement.OPENSSL));
    add(main, "issue/sm2-vs-bc", scores.ratio(Measurement.SM2, Measurement.SM2_BOUNCY));
    add(main, "symbol/vs-zxing", scores.ratio(Measurement.SYMBOL, Measurement.ZXING));
    add(main, "conformity/per-second", scores.of(Measurement.VERDICT));
  }

  private void explaining(Scores scores) {
    add(
        more,
        "issue/signed-vs-accp, one thread",
        scores.ratio(Measurement.CODES, Measurement.ACCP));
    add(
        more,
        "issue/signed-vs-accp, side by side",
        scores.ratio(Measurement.CODES_BESIDE, Measurement.ACCP_BESIDE));
    add(more, "serial/encode-vs-bc", scores.ratio(Measurement.ENCODE, Measurement.ENCODE_BOUNCY));
    add(more, "serial/decode-vs-bc", scores.ratio(Measurement.DECODE, Measurement.DECODE_BOUNCY));
    add(
        more,
        "symbol/vs-zxing, compact",
        scores.ratio(Measurement.SYMBOL, Measurement.ZXING_COMPACT));
    add(more, "fibre/parse-per-second", scores.of(Measurement.PARSE));
    add(more, "page/render-per-second", scores.of(Measurement.PAGE));
  }

  private void add(Map<String, BigDecimal> into, String key, Optional<Spread> spread) {
    spread.ifPresent(s -> {
      into.put(key, Rounded.of(s.middle()));
      ranges.put(key, new Range(Rounded.of(s.lowest()), Rounded.of(s.highest())));
    });
  }

  /// Of a ratio over the rounds.
  record Range(BigDecimal lowest, BigDecimal highest) {}
}
