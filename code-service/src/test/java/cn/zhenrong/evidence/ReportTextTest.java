package cn.zhenrong.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.evidence.Prefill.Found;
import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.file.PdfLine;
import cn.zhenrong.file.PdfReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTextTest {
  private final PdfReader reader = new PdfReader();

  @Test
  void readsACoverAndATable() {
    Prefill prefill = read(SampleReports.plain());
    assertThat(values(prefill))
        .containsEntry("number", "JN-2026-W01234")
        .containsEntry("lab", "江南试验检测中心")
        .containsEntry("cma", "000000000118")
        .containsEntry("cnas", "L0118")
        .containsEntry("sample.description", "圆领羊绒衫")
        .containsEntry("sample.styleNo", "K2601")
        .containsEntry("sampling", "submitted")
        .containsEntry("lot.number", "L2601-03")
        .containsEntry("lot.madeOn", "2026-09-20")
        .containsEntry("issuedOn", "2026-10-08")
        .containsEntry("method", "FZ/T 73009-2021、GB/T 16988-2013")
        .containsEntry("basis", "official-regain");
    assertThat(shares(prefill)).containsExactly("大身 山羊绒 94.6", "大身 绵羊毛 5.4");
    assertThat(prefill.missing()).isEmpty();
    Found share = found(prefill, "parts[0].fibres[1]");
    assertThat(share.page()).isEqualTo(2);
    assertThat(share.line()).isEqualTo(5);
    assertThat(share.text()).contains("5.4");
  }

  @Test
  void readsAFormOfTwoColumnsWithTheResultFirst() {
    Prefill prefill = read(SampleReports.form());
    assertThat(values(prefill))
        .containsEntry("number", "ZB26-10-0077")
        .containsEntry("lab", "浙北纺织品检测技术有限公司")
        .containsEntry("sampling", "drawn")
        .containsEntry("sample.description", "羊毛羊绒混纺开衫")
        .containsEntry("sample.styleNo", "A-118")
        .containsEntry("sample.takenOn", "2026-09-28")
        .containsEntry("lot.number", "20260915")
        .containsEntry("method", "GB/T 16988-2013、GB/T 2910.4-2022、FZ/T 01057.2-2007")
        .containsEntry("issuedOn", "2026-10-12")
        .containsEntry("basis", "net-dry");
    assertThat(shares(prefill)).containsExactly("大身 绵羊毛 71.42", "大身 山羊绒 28.58");
    assertThat(prefill.missing()).isEmpty();
  }

  @Test
  void readsPartsWrittenAsOnALabel() {
    Prefill prefill = read(SampleReports.parts());
    assertThat(values(prefill))
        .containsEntry("number", "MF-26-3350")
        .containsEntry("lab", "毛纺检验中心")
        .containsEntry("issuedOn", "2026-11-02")
        .containsEntry("basis", "official-regain")
        .containsEntry("sampling", "submitted");
    assertThat(shares(prefill))
        .containsExactly("大身 绵羊毛 71.4", "大身 山羊绒 28.6", "罗纹 棉 95.3", "罗纹 聚氨酯弹性纤维 4.7");
  }

  @Test
  void saysThatAScannedPictureHasNoText() {
    Prefill prefill = read(SampleReports.scanned());
    assertThat(prefill.hasText()).isFalse();
    assertThat(prefill.found()).isEmpty();
    assertThat(prefill.missing()).contains("number", "lab", "issuedOn", "parts");
    assertThat(prefill.advice().zh()).contains("手工填写");
  }

  @Test
  void givesNoResultsWhereTheyDoNotAddUp() {
    Prefill prefill = lines("纤维含量", "山羊绒 94.6", "绵羊毛 3.0");
    assertThat(prefill.parts()).isEmpty();
    assertThat(prefill.missing()).contains("parts");
  }

  @Test
  void takesNumbersOutsideTheTableForNoFibre() {
    assertThat(lines("山羊绒 95", "绵羊毛 5").parts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "山羊绒 95±5 94.6 合格, 绵羊毛 ≥3 5.4 合格",
    "山羊绒 % 95.0 94.60 合格, 绵羊毛 % 5.0 5.40 合格",
    "羊绒 94.6, 羊毛 5.4",
    "大身 山羊绒 95 94.6, 绵羊毛 5 5.4",
  })
  void findsTheResultAmongOtherNumbers(String one, String other) {
    Prefill prefill = lines("检验项目 标准要求 检验结果 单项判定", "纤维含量", one, other);
    assertThat(shares(prefill)).hasSize(2);
    assertThat(shares(prefill).getFirst()).startsWith("大身 山羊绒 94.6");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-08, 2026-10-08",
    "2026 年 10 月 8 日, 2026-10-08",
    "2026.1.31 起, 2026-01-31",
    "二〇二六年一月三十一日, 2026-01-31",
    "二○二六年十二月二十日, 2026-12-20",
    "2026-13-01, ",
    "20261008, ",
    "十月八日, ",
  })
  void readsDatesAsTheyArePrinted(String printed, String date) {
    assertThat(ReportDates.find(printed).orElse(null)).isEqualTo(date);
  }

  @Test
  void survivesAnyLine() {
    String junk = "报告编号：".repeat(2000) + "纤维含量 " + "山羊绒 9 ".repeat(2000) + "0".repeat(5000);
    assertThat(lines(junk, junk).found()).hasSizeLessThan(20);
  }

  private Prefill read(byte[] pdf) {
    return ReportText.read(reader.lines(pdf));
  }

  private static Prefill lines(String... lines) {
    return ReportText.read(
        IntStream.range(0, lines.length).mapToObj(i -> new PdfLine(1, i + 1, lines[i])).toList());
  }

  private static Map<String, String> values(Prefill prefill) {
    return prefill.found().stream().collect(Collectors.toMap(Found::field, Found::value));
  }

  private static Found found(Prefill prefill, String field) {
    return prefill.found().stream()
        .filter(one -> one.field().equals(field))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> shares(Prefill prefill) {
    return prefill.parts().stream().flatMap(ReportTextTest::shares).toList();
  }

  private static java.util.stream.Stream<String> shares(RawPart part) {
    return java.util.Objects.requireNonNull(part.fibres()).stream()
        .map(share ->
            part.part()
                + " "
                + java.util.Objects.requireNonNull(share).fibre()
                + " "
                + share.percent());
  }
}
