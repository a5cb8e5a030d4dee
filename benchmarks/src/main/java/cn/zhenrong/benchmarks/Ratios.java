package cn.zhenrong.benchmarks;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The numbers that are compared with a target, and some more that explain them.
///
/// @param main by the names the design gives them
/// @param more ratios without a target
/// @param ranges lowest and highest round of each ratio
record Ratios(
    Map<String, BigDecimal> main, Map<String, BigDecimal> more, Map<String, Range> ranges) {

  /// Of what needs no service.
  static Ratios ofComputation(Scores scores, int pageBytes) {
    Ratios ratios = new Ratios(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    ratios.computation(scores, pageBytes);
    ratios.moreOfComputation(scores);
    return ratios;
  }

  /// Of a running service.
  static Ratios ofIssuing(Scores scores) {
    Ratios ratios = new Ratios(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    ratios.issuing(scores);
    ratios.moreOfIssuing(scores);
    return ratios;
  }

  /// Of the lookup under load.
  static Ratios ofLookup(Scores scores) {
    Ratios ratios = new Ratios(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    ratios.lookup(scores);
    return ratios;
  }

  /// Of verifications.
  static Ratios ofScans(Scores scores) {
    Ratios ratios = new Ratios(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    ratios.add(ratios.main, "scan/per-second", scores.of(ScanMeasurement.COUNTED));
    ratios.add(ratios.more, "scan/promised-per-second", scores.of(ScanMeasurement.PROMISED));
    ratios.add(ratios.more, "scan/drained-per-second", scores.of(ScanMeasurement.DRAINED));
    ratios.add(ratios.more, "scan/crowded-per-second", scores.of(ScanMeasurement.CROWDED));
    return ratios;
  }

  private void lookup(Scores scores) {
    LookupMeasurement real = LookupMeasurement.REAL;
    add(main, "lookup/mvc-json", scores.ratio(real, LookupMeasurement.MVC));
    add(main, "lookup/raw-servlet", scores.ratio(real, LookupMeasurement.RAW));
    add(main, "lookup/junk-vs-real", scores.ratio(LookupMeasurement.JUNK, real));
    add(main, "lookup/row-per-code", scores.ratio(real, LookupMeasurement.ROW));
    add(
        more,
        "lookup/resolver ÷ an empty Spring MVC answer",
        scores.ratio(LookupMeasurement.RESOLVED, LookupMeasurement.MVC));
    add(
        more,
        "lookup/linkset ÷ an empty Spring MVC answer",
        scores.ratio(LookupMeasurement.LINKSET, LookupMeasurement.MVC));
    add(
        more,
        "lookup/page ÷ an empty Spring MVC answer",
        scores.ratio(LookupMeasurement.PAGE, LookupMeasurement.MVC));
    add(
        more,
        "lookup/page packed by gzip ÷ an empty Spring MVC answer",
        scores.ratio(LookupMeasurement.PACKED, LookupMeasurement.MVC));
    for (LookupMeasurement measurement : LookupMeasurement.values()) {
      add(more, measurement.title() + ", per second", scores.of(measurement));
    }
  }

  private void computation(Scores scores, int pageBytes) {
    add(
        main,
        "issue/sm2-vs-bc",
        scores.ratio(Measurement.SM2_CODES, Measurement.SM2_BOUNCY_ON_ALL_CORES));
    add(main, "symbol/vs-zxing", scores.ratio(Measurement.SYMBOL, Measurement.ZXING));
    add(main, "conformity/per-second", scores.of(Measurement.VERDICT));
    main.put("page/gzip-bytes", BigDecimal.valueOf(pageBytes));
  }

  private void moreOfComputation(Scores scores) {
    add(
        more,
        "issue/signed-vs-accp, in process without HTTP",
        scores.ratio(Measurement.CODES_ON_ALL_CORES, Measurement.ACCP_ON_ALL_CORES));
    add(
        more,
        "issue/signed-vs-accp, in process, one thread",
        scores.ratio(Measurement.CODES, Measurement.ACCP));
    add(
        more,
        "issue/signed-vs-accp, in process, side by side",
        scores.ratio(Measurement.CODES_BESIDE, Measurement.ACCP_BESIDE));
    add(
        more,
        "issue/sm2-vs-bc, the signature alone, one thread",
        scores.ratio(Measurement.SM2, Measurement.SM2_BOUNCY));
    add(more, "serial/encode-vs-bc", scores.ratio(Measurement.ENCODE, Measurement.ENCODE_BOUNCY));
    add(more, "serial/decode-vs-bc", scores.ratio(Measurement.DECODE, Measurement.DECODE_BOUNCY));
    add(
        more,
        "symbol/vs-zxing, compact",
        scores.ratio(Measurement.SYMBOL, Measurement.ZXING_COMPACT));
    add(more, "fibre/parse-per-second", scores.of(Measurement.PARSE));
    add(more, "page/render-per-second", scores.of(Measurement.PAGE));
  }

  private void issuing(Scores scores) {
    add(
        main,
        "issue/signed-vs-accp",
        scores.ratio(ServiceMeasurement.SIGNED, Measurement.ACCP_ON_ALL_CORES));
    add(
        main,
        "issue/signed-vs-openssl",
        scores.ratio(ServiceMeasurement.SIGNED, ServiceMeasurement.OPENSSL));
    add(main, "issue/accept-vs-commit", slowestAcceptance(scores));
    add(main, "issue/bytes-per-code", scores.of(ServiceMeasurement.BYTES_UNTOUCHED));
  }

  /// A batch of any size is meant, so the size that takes longest counts.
  private static Optional<Spread> slowestAcceptance(Scores scores) {
    return Stream.of(
            ServiceMeasurement.ACCEPT_ONE,
            ServiceMeasurement.ACCEPT_SMALL,
            ServiceMeasurement.ACCEPT_LARGE)
        .flatMap(size -> scores.ratio(size, ServiceMeasurement.COMMIT).stream())
        .max(Comparator.comparingDouble(Spread::middle));
  }

  private void moreOfIssuing(Scores scores) {
    accepting(scores);
    add(more, "issue/signed-rows-per-second", scores.of(ServiceMeasurement.SIGNED));
    add(more, "issue/compact-rows-per-second", scores.of(ServiceMeasurement.COMPACT));
    add(
        more,
        "issue/compact-vs-signed",
        scores.ratio(ServiceMeasurement.COMPACT, ServiceMeasurement.SIGNED));
    add(
        more,
        "issue/bytes-per-code, activated one by one in order",
        scores.of(ServiceMeasurement.BYTES_IN_ORDER));
    add(
        more,
        "issue/bytes-per-code, activated one by one, every second at random",
        scores.of(ServiceMeasurement.BYTES_AT_RANDOM));
    add(
        more,
        "activate/per-second, eight clients on one batch",
        scores.of(ServiceMeasurement.ACTIVATE_ONE_BATCH));
    add(
        more,
        "activate/per-second, eight clients on eight batches",
        scores.of(ServiceMeasurement.ACTIVATE_EIGHT_BATCHES));
    add(
        more,
        "activate/vs-commits, eight clients on one batch",
        scores.ratio(ServiceMeasurement.ACTIVATE_ONE_BATCH, ServiceMeasurement.COMMITS));
    add(
        more,
        "activate/vs-commits, eight clients on eight batches",
        scores.ratio(ServiceMeasurement.ACTIVATE_EIGHT_BATCHES, ServiceMeasurement.COMMITS));
    add(more, "seal/seconds, a million codes", scores.of(ServiceMeasurement.SEAL_TIME));
    add(more, "seal/hashes-per-second", scores.of(ServiceMeasurement.SEAL));
    add(
        more,
        "seal/vs-plain-hashes",
        scores.ratio(ServiceMeasurement.SEAL, ServiceMeasurement.HASHES));
  }

  private void accepting(Scores scores) {
    Map<String, List<ServiceMeasurement>> sizes = new LinkedHashMap<>();
    sizes.put("1", List.of(ServiceMeasurement.ACCEPT_ONE, ServiceMeasurement.ACCEPT_ONE_HTTP));
    sizes.put(
        "10 000", List.of(ServiceMeasurement.ACCEPT_SMALL, ServiceMeasurement.ACCEPT_SMALL_HTTP));
    sizes.put(
        "10 000 000",
        List.of(ServiceMeasurement.ACCEPT_LARGE, ServiceMeasurement.ACCEPT_LARGE_HTTP));
    sizes.forEach((pieces, measured) -> {
      String key = "issue/accept-vs-commit, " + pieces + " pieces, ";
      add(more, key + "server", scores.ratio(measured.getFirst(), ServiceMeasurement.COMMIT));
      add(more, key + "client", scores.ratio(measured.getLast(), ServiceMeasurement.COMMIT));
    });
    add(
        more,
        "issue/accept, 10 000 000 pieces ÷ 1 piece",
        scores.ratio(ServiceMeasurement.ACCEPT_LARGE, ServiceMeasurement.ACCEPT_ONE));
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
