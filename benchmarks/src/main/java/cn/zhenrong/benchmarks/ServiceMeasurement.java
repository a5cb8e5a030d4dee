package cn.zhenrong.benchmarks;

/// What is measured at a running service, and the baselines that need no JMH.
enum ServiceMeasurement implements Measured {
  SIGNED("stream/signed codes, over HTTP", "rows/s"),
  OPENSSL("sign/openssl speed, all cores", "ops/s"),
  COMPACT("stream/compact codes, over HTTP", "rows/s"),
  SEAL("seal/a million codes", "hashes/s"),
  SEAL_TIME("seal/a million codes, until the batch is open", "s"),
  HASHES("seal/the same hashes by MessageDigest, all cores", "hashes/s"),
  COMMIT("commit/one small row", "ms"),
  ACCEPT_ONE("accept/1 piece, in the server", "ms"),
  ACCEPT_SMALL("accept/10 000 pieces, in the server", "ms"),
  ACCEPT_LARGE("accept/10 000 000 pieces, in the server", "ms"),
  ACCEPT_ONE_HTTP("accept/1 piece, at the client", "ms"),
  ACCEPT_SMALL_HTTP("accept/10 000 pieces, at the client", "ms"),
  ACCEPT_LARGE_HTTP("accept/10 000 000 pieces, at the client", "ms"),
  COMMITS("commit/one small row each, eight connections", "commits/s"),
  ACTIVATE_ONE_BATCH("activate/eight clients, one batch", "codes/s"),
  ACTIVATE_EIGHT_BATCHES("activate/eight clients, eight batches", "codes/s"),
  BYTES_UNTOUCHED("bytes/untouched, in batches of 10 000", "bytes/code"),
  BYTES_IN_ORDER("bytes/activated one by one, in order", "bytes/code"),
  BYTES_AT_RANDOM("bytes/activated one by one, every second code at random", "bytes/code");

  private final String title;
  private final String unit;

  ServiceMeasurement(String title, String unit) {
    this.title = title;
    this.unit = unit;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String unit() {
    return unit;
  }
}
