package cn.zhenrong.testing;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for what happens in the background.
public final class Patience {
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private Patience() {}

  /// @throws IllegalStateException if it is not so after a minute
  public static void until(String what, BooleanSupplier isSo) {
    until(what, LONGEST, isSo);
  }

  /// For what is promised within a time.
  ///
  /// @throws IllegalStateException if it is not so by then
  public static void until(String what, Duration promised, BooleanSupplier isSo) {
    long end = System.nanoTime() + promised.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("waited " + promised + " in vain until " + what);
      }
      try {
        Thread.sleep(25);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
