package cn.zhenrong.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainHashesTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 3", "3, 7", "4, 7", "5, 15", "1000000, 2097151"})
  void countsLeavesAndNodesOfTheTreePaddedToAPowerOfTwo(long codes, long hashes) {
    assertThat(PlainHashes.ofTree(codes)).isEqualTo(hashes);
  }

  @Test
  void hashesOnAllCores() throws Exception {
    assertThat(PlainHashes.perSecond(10_000)).isPositive().isFinite();
  }
}
