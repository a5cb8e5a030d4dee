package cn.zhenrong.print;

import cn.zhenrong.page.Actions;
import cn.zhenrong.page.Certificate;
import cn.zhenrong.page.Composition;
import cn.zhenrong.page.Composition.Declared;
import cn.zhenrong.page.Composition.Part;
import cn.zhenrong.page.Composition.Tested;
import cn.zhenrong.page.Frame;
import cn.zhenrong.page.Language;
import cn.zhenrong.page.MakerPanel;
import cn.zhenrong.page.Panels;
import cn.zhenrong.page.QueryRecord;
import cn.zhenrong.page.ReportPanel;
import cn.zhenrong.page.ReportPanel.Lack;
import cn.zhenrong.page.Sampling;
import cn.zhenrong.page.ScanPage;
import cn.zhenrong.page.Situation;
import cn.zhenrong.page.StylePanel;
import cn.zhenrong.page.VerdictBar;
import cn.zhenrong.page.VerdictFacts;
import cn.zhenrong.page.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Certificates whose every record is as long as such records get.
final class CertificateSamples {
  static final String TEXT = "https://id.zhenrong.example/01/09521234543213/21/7K3M9XQ2V5TAB8R8";
  static final Instant AT = Instant.parse("2026-11-22T22:00:00Z");

  private static final Instant FIRST = Instant.parse("2026-11-20T06:03:00Z");
  private static final Wording WOOL = new Wording("绵羊毛", "wool");
  private static final Wording CASHMERE = new Wording("山羊绒", "cashmere");
  private static final Wording SILK = new Wording("桑蚕丝", "mulberry silk");
  private static final Wording NYLON = new Wording("聚酰胺纤维（锦纶）", "polyamide");

  private CertificateSamples() {}

  /// Three parts of four fibres, long names and addresses, every fact there is, and all that a
  /// report may lack.
  static Certificate longest(Situation situation) {
    ScanPage page =
        new ScanPage(
            new Frame(Language.ZH, "id.zhenrong.example", "/"),
            "7K3M-9XQ2-V5TA-B8R8",
            VerdictBar.of(situation, facts(situation)),
            new Composition(
                List.of(
                    part("大身（不含装饰线）", "Body without decoration"),
                    part("罗纹领口、袖口与下摆", "Ribbed collar, cuffs and hem"),
                    part("贴袋与肘部拼接", "Patch pockets and elbows")),
                "GB/T 29862-2013"),
            panels(),
            Actions.NONE);
    return new Certificate(
        page,
        AT,
        new Certificate.Origin(
            "9223372036854775807",
            "ab".repeat(32),
            TEXT,
            "https://id.zhenrong.example/scan/7K3M9XQ2V5TAB8R8",
            "https://id.zhenrong.example/api/v1/batches/9223372036854775807/manifest"));
  }

  private static VerdictFacts facts(Situation situation) {
    VerdictFacts facts =
        VerdictFacts.NONE
            .queried(128, FIRST, FIRST)
            .because(Wording.same("监督抽查发现大身山羊绒含量低于标称值五个百分点以上，同批次全部商品待复检"))
            .remedied(Wording.same("停止穿着，凭吊牌和订单到购买店铺或向本公司客户服务部全额退款，运费由本公司承担"), "400-000-0000 转 8")
            .replacedBy("B8R8");
    return situation == Situation.CLONE_SUSPECTED
        ? facts.observing(
            List.of(
                new Wording(
                    "24 小时内在浙江、广东、黑龙江 3 个省被查询，相距太远",
                    "checked in Zhejiang, Guangdong and Heilongjiang within 24 hours, too far apart"),
                new Wording("7 天内被 46 台设备查询", "checked by 46 devices within 7 days"),
                new Wording("2 人分别说刚拆封", "2 people said they had just opened it"),
                new Wording("激活前已被查询", "checked before the label was activated")))
        : facts;
  }

  private static Panels panels() {
    return new Panels(
        new ReportPanel(
            "ZB-2026-104417-甲-0032",
            "国家毛绒纤维及制品质量监督检验中心（内蒙古自治区鄂尔多斯市）羊绒实验室",
            LocalDate.of(2026, 10, 8),
            "GB/T 16988-2013、GB/T 2910.4-2022",
            Sampling.SUBMITTED,
            new ReportPanel.Coverage(5_000_000L, true),
            ReportPanel.Links.NONE,
            List.of(Lack.values())),
        List.of(),
        new MakerPanel(
            "内蒙古鄂尔多斯示例羊绒纺织服装（集团）股份有限公司桐乡濮院分公司",
            "浙江省嘉兴市桐乡市濮院镇国际毛衫创意产业园区工贸大道与永乐路交叉口东北侧 1688 号 12 幢 3 单元 2 层东",
            "0573-0000 0000 转 8001"),
        new StylePanel(
            "2026 秋冬系列高支精纺圆领提花长袖套头女式羊绒混纺针织衫（礼盒装）",
            "ZR-2026AW-K2601-08-B",
            "驼色拼燕麦白（提花）",
            "170/92A（L）",
            "B",
            "FZ/T 73009-2021",
            null),
        new QueryRecord(FIRST, new Wording("黑龙江", "Heilongjiang"), 128, FIRST));
  }

  private static Part part(String zh, String en) {
    return new Part(
        new Wording(zh, en),
        List.of(
            new Declared(WOOL, "60", null),
            new Declared(CASHMERE, "20", null),
            new Declared(SILK, "12", null),
            new Declared(NYLON, "8", null)),
        List.of(
            new Tested(WOOL, "61.3"),
            new Tested(CASHMERE, "18.6"),
            new Tested(SILK, "11.7"),
            new Tested(NYLON, "8.4")),
        Composition.Verdict.WITHIN);
  }
}
