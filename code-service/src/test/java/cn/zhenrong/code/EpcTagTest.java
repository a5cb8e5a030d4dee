package cn.zhenrong.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhenrong.problem.Problem;
import java.math.BigInteger;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpcTagTest {
  private static final int[] PREFIX_BITS = {40, 37, 34, 30, 27, 24, 20};
  private static final String SERIAL = "0D26K7YTY8GVZYWZ";

  /// The worked example of the standard, in both its spellings.
  @ParameterizedTest
  @CsvSource({
    "eh30164596f40c0e5cbe991a83",
    "eh30164596F40C0E5CBE991A83",
    "exMBZFlvQMDly-mRqD",
  })
  void readsTheStandardsExample(String text) {
    EpcTag tag = EpcTag.read(text);
    assertThat(tag).isEqualTo(new EpcTag(0, 5, new Gtin("09528765123457"), "123456789123"));
    assertThat(tag.link()).isEqualTo(DigitalLink.read("/01/09528765123457/21/123456789123", null));
  }

  @Test
  void readsWhatWasWrittenInEveryPartition() {
    for (int partition = 0; partition <= 6; partition++) {
      for (int filter = 0; filter <= 7; filter++) {
        String number = sgtin96(filter, partition, "0952123454321", 274_877_906_943L);
        EpcTag tag = EpcTag.read("eh" + hex(number));
        assertThat(tag)
            .isEqualTo(new EpcTag(filter, partition, new Gtin("09521234543213"), "274877906943"));
        assertThat(EpcTag.read("ex" + base64(number))).isEqualTo(tag);
        String letters = sgtin198(filter, partition, "1952123454321", SERIAL);
        EpcTag own = EpcTag.read("eh" + hex(letters + "00"));
        assertThat(own)
            .isEqualTo(new EpcTag(filter, partition, new Gtin("19521234543210"), SERIAL));
        assertThat(EpcTag.read("ex" + base64(letters))).isEqualTo(own);
        assertThat(EpcTag.read("eh" + hex(letters + "0".repeat(10)))).isEqualTo(own);
      }
    }
  }

  @Test
  void aSerialOfTwentySignsFillsTheTag() {
    String serial = "!a%/-_zZ012345678901";
    assertThat(EpcTag.read("eh" + hex(sgtin198(1, 4, "0952123454321", serial) + "00")).serial())
        .isEqualTo(serial);
  }

  @ParameterizedTest
  @CsvSource({
    "eh, epc.syntax",
    "ex, epc.syntax",
    "ehzz, epc.syntax",
    "ehlo, epc.syntax",
    "exMBZFlvQMDly+mRqD, epc.syntax",
    "eh31000000000000000000000000, epc.scheme",
    "eh00000000000000000000000000, epc.scheme",
    "eh3016, epc.length",
    "eh30, epc.length",
    "eh36, epc.length",
    "eh30164596f40c0e5cbe991a8300, epc.length",
    "eh30164596f40c0e5cbe991a8, epc.length",
    "eh3, epc.syntax",
  })
  void refusesWithItsRule(String text, String rule) {
    assertThat(rule(text)).isEqualTo(rule);
  }

  @Test
  void refusesNumbersThatDoNotFit() {
    String seven = "00110000" + "000" + "111" + "0".repeat(82);
    assertThat(rule("eh" + hex(seven))).isEqualTo("epc.partition");
    String prefix = "00110000000101" + bits(10_000_000, 24) + "0".repeat(58);
    assertThat(rule("eh" + hex(prefix))).isEqualTo("epc.partition");
    String item = "00110000000101" + "0".repeat(24) + bits(1_000_000, 20) + "0".repeat(38);
    assertThat(rule("eh" + hex(item))).isEqualTo("epc.partition");
  }

  @Test
  void refusesASerialWithAHoleOrWithout() {
    String head = sgtin198(0, 5, "0952123454321", SERIAL).substring(0, 58);
    assertThat(rule("eh" + hex(head + "0".repeat(142)))).isEqualTo("epc.serial");
    String hole = head + bits('A', 7) + "0000000" + bits('B', 7) + "0".repeat(121);
    assertThat(rule("eh" + hex(hole))).isEqualTo("epc.serial");
    String space = head + bits(' ', 7) + "0".repeat(135);
    assertThat(rule("eh" + hex(space))).isEqualTo("epc.serial");
    String unfilled = head + bits('A', 7) + "0".repeat(133) + "11";
    assertThat(rule("eh" + hex(unfilled))).isEqualTo("epc.length");
  }

  private static String rule(String text) {
    Problem problem = catchThrowableOfType(Problem.class, () -> EpcTag.read(text));
    assertThat(problem).as(text).isNotNull();
    return String.valueOf(problem.members().get("rule"));
  }

  /// @param body the GTIN without its check digit
  private static String sgtin96(int filter, int partition, String body, long serial) {
    return "00110000" + head(filter, partition, body) + bits(serial, 38);
  }

  private static String sgtin198(int filter, int partition, String body, String serial) {
    StringBuilder letters = new StringBuilder();
    serial.chars().forEach(c -> letters.append(bits(c, 7)));
    return "00110110"
        + head(filter, partition, body)
        + letters
        + "0".repeat(140 - letters.length());
  }

  private static String head(int filter, int partition, String body) {
    int digits = 12 - partition;
    String prefix = body.substring(1, 1 + digits);
    String item = body.charAt(0) + body.substring(1 + digits);
    return bits(filter, 3)
        + bits(partition, 3)
        + bits(Long.parseLong(prefix), PREFIX_BITS[partition])
        + bits(Long.parseLong(item), 44 - PREFIX_BITS[partition]);
  }

  private static String bits(long number, int count) {
    String bits = Long.toBinaryString(number);
    return "0".repeat(count - bits.length()) + bits;
  }

  private static String hex(String bits) {
    String hex = new BigInteger(bits, 2).toString(16);
    return "0".repeat(bits.length() / 4 - hex.length()) + hex;
  }

  private static String base64(String bits) {
    int signs = bits.length() / 6;
    String filled = bits + "0".repeat((8 - bits.length() % 8) % 8);
    byte[] bytes = new byte[filled.length() / 8];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(filled.substring(8 * i, 8 * i + 8), 2);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).substring(0, signs);
  }
}
