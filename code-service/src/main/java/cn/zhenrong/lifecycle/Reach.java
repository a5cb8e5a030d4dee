package cn.zhenrong.lifecycle;

import java.util.List;
import java.util.stream.IntStream;

/// Where an event of one size class must begin to hold a certain code. An event of class k is at
/// most 2ᵏ codes long.
record Reach(int sizeClass, long from) {
  /// A batch has at most 100 000 000 codes, fewer than 2²⁷.
  private static final int LARGEST = 27;

  static List<Reach> of(long sequence) {
    return IntStream.rangeClosed(0, LARGEST)
        .mapToObj(k -> new Reach(k, Math.max(1, sequence - (1L << k) + 1)))
        .toList();
  }
}
