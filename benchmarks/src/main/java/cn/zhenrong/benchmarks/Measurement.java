package cn.zhenrong.benchmarks;

/// What is measured, in the order of one round: a benchmark stands next to its baseline, so that
/// both meet the same noise.
enum Measurement implements Measured {
  CODES_ON_ALL_CORES("sign/codes, all cores", SigningBenchmark.class, "codesOnAllCores"),
  ACCP_ON_ALL_CORES("sign/raw ACCP, all cores", SigningBenchmark.class, "accp", true),
  CODES("sign/codes, one thread", SigningBenchmark.class, "codes"),
  ACCP("sign/raw ACCP, one thread", SigningBenchmark.class, "accp"),
  CODES_BESIDE("sign/codes, beside raw ACCP", SigningBenchmark.class, "beside"),
  ACCP_BESIDE("sign/raw ACCP, beside codes", SigningBenchmark.class, "beside"),
  SM2_CODES("sm2/codes, all cores", Sm2Benchmark.class, "codesOnAllCores"),
  SM2_BOUNCY_ON_ALL_CORES(
      "sm2/raw Bouncy Castle, all cores", Sm2Benchmark.class, "bouncyCastle", true),
  SM2("sm2/sign", Sm2Benchmark.class, "sign"),
  SM2_BOUNCY("sm2/sign by Bouncy Castle", Sm2Benchmark.class, "bouncyCastle"),
  ENCODE("serial/encode", SerialBenchmark.class, "encode"),
  ENCODE_BOUNCY("serial/encode by Bouncy Castle", SerialBenchmark.class, "encodeByBouncyCastle"),
  DECODE("serial/decode", SerialBenchmark.class, "decode"),
  DECODE_BOUNCY("serial/decode by Bouncy Castle", SerialBenchmark.class, "decodeByBouncyCastle"),
  SYMBOL("symbol/draw", SymbolBenchmark.class, "draw"),
  ZXING("symbol/draw by ZXing", SymbolBenchmark.class, "zxing"),
  ZXING_COMPACT("symbol/draw by ZXing, compact", SymbolBenchmark.class, "zxingCompact"),
  VERDICT("conformity/verdict", ConformityBenchmark.class, "verdict"),
  PARSE("fibre/parse", ConformityBenchmark.class, "parse"),
  PAGE("page/render", PageBenchmark.class, "render");

  private final String title;
  private final Class<?> type;
  private final String method;
  private final boolean everywhere;

  Measurement(String title, Class<?> type, String method) {
    this(title, type, method, false);
  }

  Measurement(String title, Class<?> type, String method, boolean everywhere) {
    this.title = title;
    this.type = type;
    this.method = method;
    this.everywhere = everywhere;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String unit() {
    return "ops/s";
  }

  /// A pattern that only this JMH method matches.
  String pattern() {
    return "^" + type.getName().replace(".", "\\.") + "\\." + method + "$";
  }

  /// Threads that call the method: all cores or one.
  int threads() {
    return everywhere ? Runtime.getRuntime().availableProcessors() : 1;
  }
}
