package cn.zhenrong.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.code.Serial;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoxIdTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  @Test
  void isReadBackHoweverItIsTyped() {
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      BoxId id = BoxId.next(NOW, random);
      String text = id.toString();
      assertThat(text).matches("BX[0-9A-HJKMNP-TV-Z]{12}");
      assertThat(BoxId.read(text)).contains(id);
      assertThat(BoxId.read(" " + text.toLowerCase(Locale.ROOT).replace('0', 'o') + "\n"))
          .contains(id);
      assertThat(Serial.read(text)).isEmpty();
    }
  }

  @Test
  void oneWrongSymbolOrASwapIsNoBox() {
    String text = BoxId.next(NOW, new Random(2)).toString();
    for (int i = 2; i < text.length(); i++) {
      char other = text.charAt(i) == 'Z' ? 'Y' : 'Z';
      assertThat(BoxId.read(text.substring(0, i) + other + text.substring(i + 1))).isEmpty();
      if (i > 2 && text.charAt(i) != text.charAt(i - 1)) {
        String swapped =
            text.substring(0, i - 1) + text.charAt(i) + text.charAt(i - 1) + text.substring(i + 1);
        assertThat(BoxId.read(swapped)).isEmpty();
      }
    }
    assertThat(BoxId.read(text.substring(2))).isEmpty();
    assertThat(BoxId.read("")).isEmpty();
  }

  @Test
  void aLaterBoxHasAHigherNumber() {
    assertThat(BoxId.next(NOW.plusSeconds(1), new Random(3)).value())
        .isGreaterThan(BoxId.next(NOW, new Random(4)).value());
  }
}
