package cn.zhenrong.seal;

import java.io.Serial;
import java.security.SecureRandom;
import java.util.SplittableRandom;

/// A random source that gives the same bytes in every run. Its keys are worth nothing.
final class FixedRandom extends SecureRandom {
  @Serial private static final long serialVersionUID = 1L;

  private final transient SplittableRandom random;

  FixedRandom(long seed) {
    this.random = new SplittableRandom(seed);
  }

  @Override
  public void nextBytes(byte[] bytes) {
    random.nextBytes(bytes);
  }
}
