package cn.zhenrong.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Contrast by WCAG 2.2, "contrast ratio" and "relative luminance".
class TokensTest {
  private static final double LEAST = 4.5;

  @ParameterizedTest
  @CsvSource({
    "on-tone, valid",
    "on-tone, neutral",
    "on-tone, info",
    "on-caution, caution",
    "on-tone, stop",
    "ink, ground",
    "ink, surface",
    "muted, ground",
    "muted, surface"
  })
  void textStandsOutFromItsGroundInLightAndDark(String text, String ground) {
    for (String scheme : new String[] {"light.", "dark."}) {
      assertThat(contrast(Tokens.value(scheme + text), Tokens.value(scheme + ground)))
          .as(scheme)
          .isGreaterThanOrEqualTo(LEAST);
    }
  }

  @Test
  void blackOnWhiteIsTwentyOneToOne() {
    assertThat(contrast("#000000", "#FFFFFF")).isEqualTo(21.0);
  }

  @Test
  void refuseANameThatIsNotThere() {
    assertThatThrownBy(() -> Tokens.value("light.gold"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    return 0.2126 * part(colour, 1) + 0.7152 * part(colour, 3) + 0.0722 * part(colour, 5);
  }

  private static double part(String colour, int at) {
    double s = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
    return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
  }
}
