package cn.zhenrong.fibre;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FoldedTest {
  @Test
  void doesWhatTheNormaliserDoesForEveryCharacter() {
    for (int c = 0; c <= 0xFFFF; c++) {
      String alone = Character.toString((char) c);
      assertThat(Folded.nfkc(alone)).isEqualTo(nfkc(alone));
      String between = "％" + alone + "绒" + alone + "％";
      assertThat(Folded.nfkc(between)).isEqualTo(nfkc(between));
    }
  }

  @Test
  void doesWhatTheNormaliserDoesForTexts() {
    Random random = new Random(11951);
    int[] blocks = {0x20, 0x300, 0x3000, 0x3099, 0x4E00, 0x9FE0, 0xFF00, 0xFFE0, 0xAC00, 0x1100};
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = 0; j < 8; j++) {
        text.append((char) (blocks[random.nextInt(blocks.length)] + random.nextInt(0x40)));
      }
      assertThat(Folded.nfkc(text.toString())).isEqualTo(nfkc(text.toString()));
    }
  }

  private static String nfkc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
