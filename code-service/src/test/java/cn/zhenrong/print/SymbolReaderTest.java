package cn.zhenrong.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import org.junit.jupiter.api.Test;

class SymbolReaderTest {
  private final Symbol symbol = Symbol.of(TagSamples.COMPACT);

  @Test
  void letsARasterGoThatReadsAsItsText() {
    assertThatCode(() -> SymbolReader.check(Bitmap.of(symbol, 4), TagSamples.COMPACT))
        .doesNotThrowAnyException();
  }

  @Test
  void stopsARasterOfAnotherText() {
    String other = TagSamples.COMPACT.replace("0D26", "0D27");

    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> SymbolReader.check(Bitmap.of(symbol, 4), other))
        .satisfies(p -> assertThat(p.kind()).isEqualTo(ProblemKind.INTERNAL));
  }

  @Test
  void stopsARasterWhoseFinderIsBlackenedOut() {
    Bitmap raster = Bitmap.of(symbol, 4);
    for (int y = 0; y < 50; y++) {
      for (int x = 0; x < 50; x++) {
        raster.blacken(x, y);
      }
    }

    assertThat(SymbolReader.read(raster)).isEmpty();
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> SymbolReader.check(raster, TagSamples.COMPACT));
  }

  @Test
  void findsNothingOnWhitePaper() {
    assertThat(SymbolReader.read(new Bitmap(100, 100))).isEmpty();
  }
}
