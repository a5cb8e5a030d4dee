package cn.zhenrong.benchmarks;

import cn.zhenrong.page.Actions;
import cn.zhenrong.page.Composition;
import cn.zhenrong.page.Composition.Band;
import cn.zhenrong.page.Composition.Declared;
import cn.zhenrong.page.Composition.Part;
import cn.zhenrong.page.Composition.Tested;
import cn.zhenrong.page.Frame;
import cn.zhenrong.page.Language;
import cn.zhenrong.page.MakerPanel;
import cn.zhenrong.page.Panels;
import cn.zhenrong.page.QueryRecord;
import cn.zhenrong.page.ReportPanel;
import cn.zhenrong.page.Sampling;
import cn.zhenrong.page.ScanPage;
import cn.zhenrong.page.Situation;
import cn.zhenrong.page.SpotCheck;
import cn.zhenrong.page.StylePanel;
import cn.zhenrong.page.VerdictBar;
import cn.zhenrong.page.VerdictFacts;
import cn.zhenrong.page.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/// An invented consumer page with every panel filled: two parts of four fibres, report, spot check,
/// maker, style, queries.
final class FullPage {
  private static final Instant FIRST = Instant.parse("2026-11-20T06:03:00Z");
  private static final String PATH = "/scan/7K3M9XQ2V5TAB8R8";

  private FullPage() {}

  static ScanPage in(Language language) {
    return new ScanPage(
        new Frame(language, "id.zhenrong.example", PATH + "?lang=" + language.other().parameter()),
        "7K3M-9XQ2-V5TA-B8R8",
        VerdictBar.of(Situation.VALID_OTHERS, VerdictFacts.NONE.queried(3, FIRST, FIRST)),
        new Composition(List.of(body(), rib()), "GB/T 29862-2013"),
        panels(),
        new Actions(
            "kYb0c2tVQ3m9",
            PATH + "/problem",
            new Actions.Papers(PATH + "/evidence", PATH + "/certificate.pdf")));
  }

  private static Part body() {
    return part(
        new Wording("大身", "Body"),
        List.of(
            new Declared(new Wording("绵羊毛", "wool"), "60", new Band("55", "65")),
            new Declared(new Wording("山羊绒", "cashmere"), "20", new Band("15", "25")),
            new Declared(new Wording("桑蚕丝", "mulberry silk"), "12", new Band("7", "17")),
            new Declared(new Wording("锦纶", "polyamide"), "8", new Band("5", "11"))),
        List.of("61.3", "18.6", "11.7", "8.4"));
  }

  private static Part rib() {
    return part(
        new Wording("罗纹", "Rib"),
        List.of(
            new Declared(new Wording("棉", "cotton"), "70", new Band("65", "75")),
            new Declared(new Wording("粘纤", "viscose"), "15", new Band("10", "20")),
            new Declared(new Wording("锦纶", "polyamide"), "10", new Band("7", "13")),
            new Declared(new Wording("氨纶", "elastane"), "5", new Band("3.5", "6.5"))),
        List.of("69.4", "15.7", "10.2", "4.7"));
  }

  private static Part part(Wording name, List<Declared> declared, List<String> measured) {
    List<Tested> tested =
        IntStream.range(0, declared.size())
            .mapToObj(i -> new Tested(declared.get(i).name(), measured.get(i)))
            .toList();
    return new Part(name, declared, tested, Composition.Verdict.WITHIN);
  }

  private static Panels panels() {
    return new Panels(
        new ReportPanel(
            "ZB-2026-104417",
            "浙江示例纺织检测有限公司",
            LocalDate.of(2026, 10, 8),
            "GB/T 16988-2013",
            Sampling.SUBMITTED,
            new ReportPanel.Coverage(5000L, false),
            new ReportPanel.Links(PATH + "/report", "https://lab.example/check")),
        List.of(new SpotCheck(LocalDate.of(2026, 11, 18), true)),
        new MakerPanel("桐乡市示例毛衫有限公司", "浙江省桐乡市濮院镇示例路 18 号", "0573-0000 0000"),
        new StylePanel(
            "圆领羊绒衫",
            "K2601",
            "驼色",
            "170/92A",
            "B",
            "FZ/T 73009-2021",
            new StylePanel.Photo("/photos/k2601.svg", "/photos/k2601-large.svg")),
        new QueryRecord(FIRST, new Wording("浙江", "Zhejiang"), 3, null));
  }
}
