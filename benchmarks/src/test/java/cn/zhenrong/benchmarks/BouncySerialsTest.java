package cn.zhenrong.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.code.Serial;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The baseline must do the same work: it gives the published serials.
class BouncySerialsTest {
  private final BouncySerials serials = new BouncySerials(key());

  @ParameterizedTest
  @CsvSource({
    "1, 0D26K7YTY8GVZYWZ",
    "123456789, 079KWJTC5Q4KV2AE",
    "35184372088831, 0E5A7G6G8Q5BQSZX"
  })
  void givesThePublishedSerials(long index, String serial) {
    assertThat(serials.encipher(0, index)).hasToString(serial);
    assertThat(serials.decipher(new Serial(serial))).hasValue(index);
  }

  private static byte[] key() {
    byte[] key = new byte[32];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) i;
    }
    return key;
  }
}
