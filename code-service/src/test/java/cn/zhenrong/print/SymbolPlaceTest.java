package cn.zhenrong.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolPlaceTest {
  private final PrintedTexts texts = new PrintedTexts(5);

  @ParameterizedTest
  @CsvSource({
    // resolution, host length, signed, version, dots a module, millimetres with the quiet zone
    "DPI_203, 13, true, 7, 4, 26.50",
    "DPI_203, 14, true, 8, 4, 28.50",
    "DPI_203, 12, false, 4, 5, 25.63",
    "DPI_203, 11, false, 3, 5, 23.13",
    "DPI_300, 13, true, 7, 5, 22.44",
    "DPI_300, 14, true, 8, 5, 24.13",
    "DPI_300, 12, false, 4, 7, 24.30",
    "DPI_600, 13, true, 7, 11, 24.68",
    "DPI_600, 14, true, 8, 10, 24.13",
  })
  void takesWholeDotsThatStayReadableAndLeaveRoomForTheText(
      Resolution resolution, int host, boolean signed, int version, int dots, double side) {
    String base = texts.base(host);
    String text = signed ? texts.signed(base, true, "WS70WO30") : texts.compact(base, true);

    SymbolPlace place = SymbolPlace.of(Symbol.of(text), resolution);

    assertThat(place.symbol().version()).isEqualTo(version);
    assertThat(place.dots()).isEqualTo(dots);
    assertThat(place.side()).isCloseTo(Paper.points(side), within(0.02));
    assertThat(place.x() + place.side()).isLessThanOrEqualTo(Paper.points(59.5));
    assertThat(place.x() / place.dot()).isCloseTo(Math.rint(place.x() / place.dot()), within(1e-6));
    assertThat(place.y() / place.dot()).isCloseTo(Math.rint(place.y() / place.dot()), within(1e-6));
  }
}
