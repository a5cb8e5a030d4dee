package cn.zhenrong.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.zhenrong.problem.Problem;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import io.nayuki.qrcodegen.QrSegmentAdvanced;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolTest {
  private final PrintedTexts texts = new PrintedTexts(1);

  static Stream<String> printedTexts() {
    return new PrintedTexts(2).all();
  }

  @ParameterizedTest
  @CsvSource({
    // profile, key, host lengths from–to, version at level M (docs/code-format.md §3)
    "compact, true, 12, 40, 4",
    "compact, true, 7, 11, 3",
    "compact, false, 7, 30, 3",
  })
  void drawsCompactTextsInThePromisedVersion(
      String profile, boolean gtin, int from, int to, int version) {
    for (int host = from; host <= to; host++) {
      assertThat(Symbol.of(texts.compact(texts.base(host), gtin)).version())
          .as("%s, host of %d", profile, host)
          .isEqualTo(version);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // key, host lengths from–to, statement, version at level M (docs/code-format.md §3)
    "true, 7, 13, WS70WO30, 7",
    "true, 14, 40, WS70WO30, 8",
    "true, 14, 40, WS40-5WO29-5PA20-5EL9-5C, 8",
    "false, 7, 8, WS70WO30, 6",
    "false, 9, 31, WS70WO30, 7",
    "false, 32, 40, WS70WO30, 8",
  })
  void drawsSignedTextsInThePromisedVersion(
      boolean gtin, int from, int to, String statement, int version) {
    for (int host = from; host <= to; host++) {
      assertThat(Symbol.of(texts.signed(texts.base(host), gtin, statement)).version())
          .as("host of %d", host)
          .isEqualTo(version);
    }
  }

  @ParameterizedTest
  @MethodSource("printedTexts")
  void neverNeedsMoreBitsThanAnOptimalSegmenter(String text) {
    List<QrSegment> optimal =
        QrSegmentAdvanced.makeSegmentsOptimally(text, QrCode.Ecc.MEDIUM, 1, 11);
    QrCode expected = QrCode.encodeSegments(optimal, QrCode.Ecc.MEDIUM, 1, 11, 0, false);

    assertThat(Symbol.of(text).version()).isEqualTo(expected.version);
    assertThat(Segmentation.of(text.getBytes(StandardCharsets.US_ASCII), expected.version).bits())
        .isEqualTo(bits(optimal, expected.version));
  }

  @ParameterizedTest
  @MethodSource("printedTexts")
  void drawsTheSameModulesAsAnotherEncoderDoes(String text) {
    assertSameModules(text, Level.M, QrCode.Ecc.MEDIUM);
    assertSameModules(text, Level.Q, QrCode.Ecc.QUARTILE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "A", "a", "12", "123456789012345", "https://zr.cn/a?b=c"})
  void drawsShortTextsToo(String text) {
    assertSameModules(text, Level.M, QrCode.Ecc.MEDIUM);
  }

  @Test
  void fillsEveryVersionToItsLastBit() {
    for (int length = 1; length <= 251; length++) {
      assertSameModules("a".repeat(length), Level.M, QrCode.Ecc.MEDIUM);
    }
  }

  @Test
  void takesTheMaskWithTheLowestPenalty() {
    printedTexts()
        .forEach(text -> {
          Symbol symbol = Symbol.of(text);
          assertThat(symbol.mask()).isEqualTo(PlainPenalty.bestMask(text, symbol));
        });
  }

  @Test
  void refusesATextThatNeedsVersion12() {
    String longest = "a".repeat(251);

    assertThat(Symbol.of(longest).version()).isEqualTo(11);
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> Symbol.of(longest + "a"))
        .satisfies(p -> assertThat(p.fields().getFirst().code()).isEqualTo("symbol.too-long"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "https://真绒.CN/S/0", "a\tb", "a\u007f"})
  void refusesWhatIsNotPrintableAscii(String text) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> Symbol.of(text))
        .satisfies(p -> assertThat(p.fields().getFirst().code()).isEqualTo("symbol.ascii"));
  }

  private static void assertSameModules(String text, Level level, QrCode.Ecc ecc) {
    Symbol symbol = Symbol.of(text, level);
    QrCode other =
        QrCode.encodeSegments(
            PlainPenalty.segments(text, symbol.version()),
            ecc,
            symbol.version(),
            symbol.version(),
            symbol.mask(),
            false);
    assertThat(symbol.size()).isEqualTo(other.size);
    for (int y = 0; y < other.size; y++) {
      for (int x = 0; x < other.size; x++) {
        assertThat(symbol.isDark(x, y)).as("x %d y %d", x, y).isEqualTo(other.getModule(x, y));
      }
    }
  }

  private static int bits(List<QrSegment> segments, int version) {
    return segments.stream()
        .mapToInt(s -> {
          Mode mode = Mode.valueOf(s.mode.name());
          return Mode.INDICATOR_BITS + mode.countBits(version) + s.getData().bitLength();
        })
        .sum();
  }
}
