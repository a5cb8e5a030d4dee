package cn.zhenrong.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeflateTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 9, 14, 55, 257, 258, 259, 1024, 1025, 8193, 32768})
  void inflatesToTheSameBytesAtEveryDistance(int row) throws DataFormatException {
    Random random = new Random(row);
    byte[] first = new byte[row];
    random.nextBytes(first);
    byte[] data = new byte[row * 5];
    for (int i = 0; i < data.length; i++) {
      data[i] = random.nextInt(200) == 0 ? (byte) random.nextInt() : first[i % row];
    }

    assertThat(inflate(Deflate.compress(data, row), data.length)).isEqualTo(data);
  }

  @Test
  void inflatesToTheSameBytesAtEveryLength() throws DataFormatException {
    for (int length = 0; length <= 600; length++) {
      byte[] data = new byte[length + 1];
      data[length] = (byte) 0xAB;

      assertThat(inflate(Deflate.compress(data, 7), data.length)).isEqualTo(data);
    }
  }

  @Test
  void repeatedRowsTakeAlmostNothing() {
    assertThat(Deflate.compress(new byte[54 * 424], 54)).hasSizeLessThan(300);
  }

  private static byte[] inflate(byte[] compressed, int length) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    inflater.setInput(compressed);
    byte[] data = new byte[length];
    assertThat(inflater.inflate(data)).isEqualTo(length);
    assertThat(inflater.inflate(new byte[1])).isZero();
    assertThat(inflater.finished()).isTrue();
    inflater.end();
    return data;
  }
}
