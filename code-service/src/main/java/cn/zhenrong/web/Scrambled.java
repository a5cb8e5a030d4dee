package cn.zhenrong.web;

/// Numbers made to look nothing like their neighbours; different ones stay different.
final class Scrambled {
  private Scrambled() {}

  /// The finalizer of SplittableRandom (Steele et al. 2014): every bit has a part in all others.
  static long of(long number) {
    long z = number + 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
