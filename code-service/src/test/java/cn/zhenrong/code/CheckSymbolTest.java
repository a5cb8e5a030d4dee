package cn.zhenrong.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckSymbolTest {
  private static final String[] SERIALS = {
    "0D26K7YTY8GVZYWZ", "079KWJTC5Q4KV2AE", "0E5A7G6G8Q5BQSZX", "0000000000000000"
  };

  @Test
  void belongsToTheFifteenSymbolsBeforeIt() {
    for (String serial : SERIALS) {
      byte[] symbols = serial.getBytes(StandardCharsets.US_ASCII);
      assertThat((char) Crockford.symbol(CheckSymbol.of(symbols, 0))).isEqualTo(serial.charAt(15));
    }
  }

  @Test
  void catchesEverySingleError() {
    int caught = 0;
    for (String serial : SERIALS) {
      for (int at = 0; at < 16; at++) {
        for (char wrong : Crockford.ALPHABET.toCharArray()) {
          if (wrong != serial.charAt(at)) {
            assertThat(Serial.read(with(serial, at, wrong))).isEmpty();
            caught++;
          }
        }
      }
    }
    assertThat(caught).isEqualTo(4 * 16 * 31);
  }

  /// The check is linear, so a swap of the values a and b at two places is caught in every serial
  /// if it is caught in one: this goes through all pairs of places and of values.
  @Test
  void catchesEverySwapOfTwoSymbols() {
    for (int i = 0; i < 15; i++) {
      for (int j = i + 1; j <= 15; j++) {
        for (int a = 0; a < 32; a++) {
          for (int b = a + 1; b < 32; b++) {
            int right = term(i, a) ^ term(j, b);
            int swapped = term(i, b) ^ term(j, a);
            assertThat(swapped)
                .as("places %d and %d, values %d and %d", i, j, a, b)
                .isNotEqualTo(right);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"D026K7YTY8GVZYWZ", "0D26K7YTY8GVZYZW", "ZD26K7YTY8GVZYW0"})
  void refusesASerialWithTwoSymbolsSwapped(String swapped) {
    assertThat(Serial.read(swapped)).isEmpty();
  }

  private static int term(int place, int value) {
    return place == 15 ? value : CheckSymbol.term(place, value);
  }

  private static String with(String serial, int at, char symbol) {
    return serial.substring(0, at) + symbol + serial.substring(at + 1);
  }
}
