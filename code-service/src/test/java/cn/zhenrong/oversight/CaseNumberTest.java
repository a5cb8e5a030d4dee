package cn.zhenrong.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNumberTest {
  private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  @Test
  void isReadAsPeopleWriteIt() {
    Random random = new Random(11);
    for (int i = 0; i < 1000; i++) {
      CaseNumber number = CaseNumber.random(random);
      assertThat(number.human()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}");
      assertThat(CaseNumber.read(number.human())).contains(number);
      assertThat(CaseNumber.read(number.text())).contains(number);
      String sloppy =
          " "
              + number
                  .human()
                  .toLowerCase(java.util.Locale.ROOT)
                  .replace('0', 'o')
                  .replace('1', 'l')
              + " ";
      assertThat(CaseNumber.read(sloppy.replace("-", " – "))).contains(number);
    }
  }

  @Test
  void aSlipIsNeverAnotherNumber() {
    String good = CaseNumber.random(new Random(5)).text();
    for (int at = 0; at < good.length(); at++) {
      for (char symbol : SYMBOLS.toCharArray()) {
        String wrong = good.substring(0, at) + symbol + good.substring(at + 1);
        assertThat(CaseNumber.read(wrong).isPresent()).isEqualTo(wrong.equals(good));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "U", "K7M2-9QX4", "K7M2-9QX4-T8AB", "../../x", "%00", "'--"})
  void anythingElseIsNone(String typed) {
    assertThat(CaseNumber.read(typed)).isEmpty();
    assertThat(CaseNumber.read(typed + "0".repeat(60))).isEmpty();
  }
}
