package cn.zhenrong.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineBreakerTest {
  @ParameterizedTest
  @CsvSource({
    "10, 圆领羊绒衫, 圆领羊绒衫",
    "4, 圆领羊绒衫, 圆领羊绒|衫",
    "11, 95%山羊绒 5%绵羊毛, 95%山羊绒|5%绵羊毛",
    "5, 95%山羊绒, 95%山羊|绒",
    "4, 羊绒，羊毛, 羊绒，羊|毛",
    "2, 羊绒，羊毛, 羊|绒，|羊毛",
    "3, 山羊绒。, 山羊|绒。",
    "3, 检测（内蒙古）, 检测|（内蒙|古）",
    "6, 羊绒K2601-07, 羊绒K260|1-07",
    "8, 羊绒K2601-07, 羊绒|K2601-07",
    "3, ABCDEFGH, ABC|DEF|GH",
    "1, 羊绒, 羊|绒",
  })
  void breaksWhereAReaderWould(int width, String text, String lines) {
    assertThat(LineBreaker.lines(text, width, String::length)).containsExactly(lines.split("\\|"));
  }
}
