package cn.zhenrong.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictBarTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          VALID_FIRST        | VALID   | 编码有效 · 此前无查询记录
          VALID_AGAIN        | VALID   | 编码有效 · 您于 2026-11-20 14:03 查询过
          VALID_OTHERS       | NEUTRAL | 编码有效 · 已被查询 3 次（首次 2026-11-20 14:03）若您刚拆封请核对
          CLONE_SUSPECTED    | CAUTION | 查询异常 · 此码可能被复制：请对照图片与水洗唛
          NOT_ACTIVATED      | CAUTION | 此标签尚未质检激活，不应出现在售卖商品上
          DISPLAY            | INFO    | 商品展示码，不代表您手中的商品
          VALID_RETURNED     | VALID   | 编码有效 · 退货复检合格后再售
          ON_HOLD            | CAUTION | 该批次正在复核，请暂缓购买
          REPORT_LAPSED      | CAUTION | 检验报告已失效，成份信息待核
          KEY_COMPROMISED    | CAUTION | 签发密钥已停用，成份信息待核
          SIGNATURE_MISMATCH | CAUTION | 标签签名不符，成份信息待核
          RECALLED           | STOP    | 召回：成份不符 · 退回店铺退款 · 400-000-0000
          VOID               | STOP    | 此码已作废（成份不符）
          REPLACED           | STOP    | 已换标，新码尾号 B8R8
          NEVER_ISSUED       | STOP    | 查无此码：可能是仿冒，或扫到了别的二维码（id.zhenrong.example）
          SIGNATURE_ONLY     | NEUTRAL | 编码签名有效，实时状态暂不可用
          """)
  void saysTheWordsOfTheVerdictTable(Situation situation, Tone tone, String title) {
    assertThat(situation.tone()).isEqualTo(tone);
    assertThat(VerdictBar.of(situation, Samples.FACTS).title().zh()).isEqualTo(title);
  }

  @ParameterizedTest
  @EnumSource
  void alwaysSaysWhatToDoNextInBothLanguages(Situation situation) {
    VerdictBar bar = VerdictBar.of(situation);
    assertThat(bar.advice()).hasSizeBetween(1, 3);
    assertThat(bar.advice()).allSatisfy(VerdictBarTest::isComplete);
    assertThat(bar.title()).satisfies(VerdictBarTest::isComplete);
  }

  @ParameterizedTest
  @EnumSource
  void neverCallsAnythingGenuineOrConforming(Situation situation) {
    VerdictBar bar = VerdictBar.of(situation, Samples.FACTS);
    String all = bar.title() + bar.advice().toString();
    assertThat(all.toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("正品", "合规", "genuine", "authentic", "compliant");
  }

  @Test
  void wordsAroundWhatIsNotKnown() {
    assertThat(VerdictBar.of(Situation.VALID_AGAIN).title())
        .isEqualTo(new Wording("编码有效 · 您此前查询过", "Code valid · you checked it before"));
    assertThat(VerdictBar.of(Situation.VOID).title())
        .isEqualTo(new Wording("此码已作废（原因未登记）", "This code is void (reason not recorded)"));
  }

  @Test
  void takesBracesBarsAndQuotesOfAReasonAsTheyAre() {
    Wording reason = Wording.same("it's {0} | <b>");
    VerdictBar bar = VerdictBar.of(Situation.VOID, VerdictFacts.NONE.because(reason));
    assertThat(bar.title().zh()).isEqualTo("此码已作废（it's {0} | <b>）");
  }

  @Test
  void dropsMarksThatWouldTurnTheReadingDirection() {
    Wording reason = Wording.same("ab\u202Ecd\u2066ef\u200F\ngh");
    VerdictBar bar = VerdictBar.of(Situation.VOID, VerdictFacts.NONE.because(reason));
    assertThat(bar.title().en()).isEqualTo("This code is void (abcdef gh)");
  }

  private static void isComplete(Wording wording) {
    assertThat(wording.zh()).isNotBlank().doesNotContain("{", "|").matches("(?s).*\\p{IsHan}.*");
    assertThat(wording.en())
        .isNotBlank()
        .doesNotContain("{", "|")
        .doesNotMatch("(?s).*\\p{IsHan}.*");
  }
}
