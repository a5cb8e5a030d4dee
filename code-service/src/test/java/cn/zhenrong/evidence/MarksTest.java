package cn.zhenrong.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.fibre.Measured;
import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.fibre.RawPart.RawShare;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarksTest {

  @ParameterizedTest
  @CsvSource({
    "JX-2026/0815, jx 2026 0815",
    "JX20260815, ＪＸ２０２６０８１５",
    "沪检（2026）第1号, 沪检(2026)第 1 号",
    "A_1, A.1"
  })
  void knowsANumberHoweverItIsSpelt(String one, String other) {
    assertThat(Marks.key(one)).isEqualTo(Marks.key(other)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"A1, A2", "第1号, 第2号", "AB, BA"})
  void tellsNumbersApart(String one, String other) {
    assertThat(Marks.key(one)).isNotEqualTo(Marks.key(other));
  }

  @ParameterizedTest
  @CsvSource({"'---'", "' '", "'()'"})
  void findsNothingInSigns(String text) {
    assertThat(Marks.key(text)).isEmpty();
  }

  @Test
  void keepsAKeyWithinItsColumn() {
    assertThat(
            Marks.key("\uFDFA".repeat(60))
                .codePointCount(0, Marks.key("\uFDFA".repeat(60)).length()))
        .isEqualTo(200);
  }

  @Test
  void seesTheSameResultsInAnyOrderAndWithTrailingZeros() {
    assertThat(results("大身", "山羊绒", "61.4", "绵羊毛", "28.9", "锦纶", "9.7"))
        .isNotNull()
        .isEqualTo(results("身", "绵羊毛", "28.90", "锦纶", "9.7", "山羊绒", "61.40"))
        .isEqualTo(results("大身", "山羊绒", "61.4", "绵羊毛", "28.9", "锦纶", "9.7", "棉", "0"));
  }

  @Test
  void tellsResultsApartByTheLastDecimal() {
    assertThat(results("大身", "山羊绒", "61.4", "绵羊毛", "28.9", "锦纶", "9.7"))
        .isNotEqualTo(results("大身", "山羊绒", "61.41", "绵羊毛", "28.89", "锦纶", "9.7"))
        .isNotEqualTo(results("大身", "绵羊毛", "61.4", "山羊绒", "28.9", "锦纶", "9.7"));
  }

  /// Honest reports agree by chance where there are few figures to differ in.
  @Test
  void marksNothingWhereTheFiguresAreFew() {
    assertThat(results("大身", "山羊绒", "100.0")).isNull();
    assertThat(results("大身", "山羊绒", "100", "绵羊毛", "0")).isNull();
    assertThat(results("大身", "山羊绒", "94.6", "绵羊毛", "5.4")).isNull();
    assertThat(results("大身", "山羊绒", "61.4", "绵羊毛", "31.6", "锦纶", "7")).isNull();
    assertThat(results("大身", "山羊绒", "61.4", "绵羊毛", "31.5", "锦纶", "7.1")).isNotNull();
  }

  /// Two fibres to the second decimal agree by chance too, but seldom within one laboratory.
  @Test
  void marksTwoFibresToTheSecondDecimalAsNotTelling() {
    Marks fine = marks("大身", "山羊绒", "94.63", "绵羊毛", "5.37");
    assertThat(fine.results()).isNotNull();
    assertThat(fine.telling()).isFalse();
    assertThat(marks("大身", "山羊绒", "94.60", "绵羊毛", "5.40").results()).isNull();
    assertThat(marks("大身", "山羊绒", "61.4", "绵羊毛", "31.5", "锦纶", "7.1").telling()).isTrue();
  }

  private static @Nullable String results(String part, String... fibresAndPercents) {
    return marks(part, fibresAndPercents).results();
  }

  private static Marks marks(String part, String... fibresAndPercents) {
    List<RawShare> shares = new ArrayList<>();
    for (int i = 0; i < fibresAndPercents.length; i += 2) {
      shares.add(new RawShare(fibresAndPercents[i], fibresAndPercents[i + 1]));
    }
    Measured measured = Measured.of(List.of(new RawPart(part, List.copyOf(shares), null)));
    return Marks.of("N1", "某机构", measured);
  }
}
