package cn.zhenrong.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.zhenrong.problem.Problem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolImageTest {
  private final Symbol symbol = Symbol.of(TagSamples.SIGNED);

  @Test
  void theFilesHaveTheGoldenBytes() throws IOException {
    Golden.assertSame("symbol-signed.png", SymbolImage.png(symbol, 4));
    Golden.assertSame(
        "symbol-signed.svg", SymbolImage.svg(symbol).getBytes(StandardCharsets.UTF_8));
    Golden.assertSame("symbol-compact.png", SymbolImage.png(Symbol.of(TagSamples.COMPACT), 8));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8, 40})
  void everyModuleIsASquareOfWholePixels(int pixels) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(SymbolImage.png(symbol, pixels)));

    assertThat(image.getWidth()).isEqualTo(53 * pixels).isEqualTo(image.getHeight());
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        boolean dark = isDark(x / pixels - Symbol.QUIET_ZONE, y / pixels - Symbol.QUIET_ZONE);
        assertThat(image.getRGB(x, y)).isEqualTo(dark ? 0xFF000000 : 0xFFFFFFFF);
      }
    }
  }

  @Test
  void theSvgDrawsTheSameModules() {
    String svg = SymbolImage.svg(symbol);

    assertThat(svg).contains("viewBox=\"0 0 53 53\"", "shape-rendering=\"crispEdges\"");
    String path = svg.substring(svg.lastIndexOf("d=\"M") + 4, svg.lastIndexOf("z\""));
    int dark = 0;
    for (String run : path.split("zM")) {
      String[] numbers = run.split("[^0-9]+");
      int x = Integer.parseInt(numbers[0]) - Symbol.QUIET_ZONE;
      int y = Integer.parseInt(numbers[1]) - Symbol.QUIET_ZONE;
      int length = Integer.parseInt(numbers[2]);
      for (int i = x; i < x + length; i++) {
        assertThat(symbol.isDark(i, y)).isTrue();
      }
      dark += length;
    }
    assertThat(dark).isEqualTo(darkModules());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 41})
  void refusesModulesOfNoOrTooManyPixels(int pixels) {
    assertThatExceptionOfType(Problem.class).isThrownBy(() -> SymbolImage.png(symbol, pixels));
  }

  @Test
  void twoDecodersReadEveryKindOfTextBackExactly(@TempDir Path folder) throws IOException {
    List<String> texts = new PrintedTexts(3).all().toList();
    List<Symbol> symbols = texts.stream().map(Symbol::of).toList();

    assertThat(symbols.stream().map(s -> SymbolReader.read(Bitmap.of(s, 4)).orElse("nothing")))
        .isEqualTo(texts);
    assertThat(Zbar.read(folder, symbols.stream().map(s -> SymbolImage.png(s, 4)).toList()))
        .isEqualTo(texts);
  }

  private boolean isDark(int x, int y) {
    return x >= 0 && y >= 0 && x < symbol.size() && y < symbol.size() && symbol.isDark(x, y);
  }

  private int darkModules() {
    int dark = 0;
    for (int y = 0; y < symbol.size(); y++) {
      dark += Long.bitCount(symbol.row(y));
    }
    return dark;
  }
}
