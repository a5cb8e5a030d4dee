package cn.zhenrong.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedTextTest {
  private static final Serial SERIAL = new Serial("0D26K7YTY8GVZYWZ");
  private static final Statement STATEMENT = new Statement("WS70WO30");
  private static final PublicBase BASE = PublicBase.of("https://id.example.cn", false);
  private static final ProductKey SWEATER = ProductKey.of(new Gtin("09521234543213"));

  @Test
  void compactTextIsTheAddress() {
    assertThat(new PrintedText(BASE, SWEATER).compact(SERIAL))
        .isEqualTo("https://ID.EXAMPLE.CN/01/09521234543213/21/0D26K7YTY8GVZYWZ");
    assertThat(new PrintedText(BASE, ProductKey.none()).compact(SERIAL))
        .isEqualTo("https://ID.EXAMPLE.CN/S/0D26K7YTY8GVZYWZ");
  }

  @Test
  void signsPathAndStatementButNotTheHost() {
    assertThat(PrintedText.message(SWEATER.path(SERIAL), STATEMENT))
        .asString(StandardCharsets.US_ASCII)
        .isEqualTo("ZR1/01/09521234543213/21/0D26K7YTY8GVZYWZ/WS70WO30");
    assertThat(PrintedText.message("/s/0d26k7yty8gvzywz", STATEMENT))
        .isEqualTo(PrintedText.message(ProductKey.none().path(SERIAL), STATEMENT));
  }

  @Test
  void signedTextAddsTheStatementAndTheDigits() {
    byte[] signature = new byte[64];
    signature[63] = 7;
    assertThat(
            new PrintedText(BASE, ProductKey.none())
                .signed(SERIAL, new SignatureToken(STATEMENT, 0, signature)))
        .isEqualTo("https://ID.EXAMPLE.CN/S/0D26K7YTY8GVZYWZ?S=WS70WO30." + "0".repeat(155) + "7");
  }

  @Test
  void productKeyIsStoredAsTypeAndKey() {
    assertThat(ProductKey.of(SWEATER.type(), SWEATER.key())).isEqualTo(SWEATER);
    assertThat(ProductKey.of("S", "")).isEqualTo(ProductKey.none());
    assertThatIllegalArgumentException().isThrownBy(() -> ProductKey.of("00", ""));
  }

  @Test
  void digitsEqualBigIntegerOnAMillionNumbers() {
    SplittableRandom random = new SplittableRandom(20261122);
    byte[] signature = new byte[64];
    byte[] digits = new byte[160];
    for (int i = 0; i < 1_000_000; i++) {
      random.nextBytes(signature);
      int slot = random.nextInt(74);
      Digits.write(slot, signature, digits, 3);
      String written = new String(digits, 3, 156, StandardCharsets.US_ASCII);
      if (!written.equals(slowly(slot, signature))) {
        assertThat(written).isEqualTo(slowly(slot, signature));
      }
    }
    assertThat(digits).startsWith(0, 0, 0).endsWith(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 72, 73})
  void digitsHoldAtBothEnds(int slot) {
    for (int filling : new int[] {0, 0xFF}) {
      byte[] signature = new byte[64];
      Arrays.fill(signature, (byte) filling);
      SignatureToken token = new SignatureToken(STATEMENT, slot, signature);
      assertThat(token.text()).isEqualTo("WS70WO30." + slowly(slot, signature));
      assertBack(token);
    }
  }

  @Test
  void readsBackWhatWasWritten() {
    SplittableRandom random = new SplittableRandom(7);
    byte[] signature = new byte[64];
    for (int i = 0; i < 1_000; i++) {
      random.nextBytes(signature);
      Arrays.fill(signature, 0, random.nextInt(64), (byte) 0);
      assertBack(new SignatureToken(STATEMENT, random.nextInt(74), signature));
    }
  }

  @Test
  void textWriterGivesTheSameTextAsTheSlowWay() {
    for (ProductKey product : new ProductKey[] {SWEATER, ProductKey.none()}) {
      PrintedText printed = new PrintedText(BASE, product);
      TextWriter writer = new TextWriter(printed, STATEMENT, 5);
      byte[] signature = new byte[64];
      new SplittableRandom(1).nextBytes(signature);
      byte[] serial = SERIAL.text().getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(serial, 0, writer.message(), writer.serialOffset(), 16);
      assertThat(writer.message()).isEqualTo(PrintedText.message(product.path(SERIAL), STATEMENT));
      assertThat(writer.text(signature))
          .asString(StandardCharsets.US_ASCII)
          .isEqualTo(printed.signed(SERIAL, new SignatureToken(STATEMENT, 5, signature)));
    }
  }

  @Test
  void refusesJunkInTheSignatureParameter() {
    String good = new SignatureToken(STATEMENT, 73, new byte[64]).text();
    assertThat(SignatureToken.read(good.toLowerCase(java.util.Locale.ROOT))).isPresent();
    String slot74 = BigInteger.valueOf(74).shiftLeft(512).toString();
    for (String junk :
        new String[] {
          "",
          ".",
          "x".repeat(500),
          good + "0",
          good.substring(0, good.length() - 1),
          good.replace('.', ','),
          good.substring(good.indexOf('.')),
          "WS70WO3." + good,
          good.substring(0, 20) + "x" + good.substring(21),
          good.substring(0, 20) + "-" + good.substring(21),
          good.substring(0, 20) + "٣" + good.substring(21),
          "WS70WO30." + slot74,
          "WS70WO30." + "9".repeat(156),
        }) {
      assertThat(SignatureToken.read(junk)).as(junk).isEmpty();
    }
  }

  @Test
  void refusesASlotOrSignatureOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SignatureToken(STATEMENT, 74, new byte[64]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SignatureToken(STATEMENT, -1, new byte[64]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SignatureToken(STATEMENT, 1, new byte[63]));
  }

  private static void assertBack(SignatureToken token) {
    SignatureToken back = SignatureToken.read(token.text()).orElseThrow();
    assertThat(back.slot()).isEqualTo(token.slot());
    assertThat(back.signature()).isEqualTo(token.signature());
    assertThat(back.statement()).isEqualTo(token.statement());
  }

  private static String slowly(int slot, byte[] signature) {
    BigInteger number = BigInteger.valueOf(slot).shiftLeft(512).add(new BigInteger(1, signature));
    String digits = number.toString();
    return "0".repeat(156 - digits.length()) + digits;
  }
}
