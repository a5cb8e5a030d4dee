package cn.zhenrong.page;

import cn.zhenrong.page.Composition.Band;
import cn.zhenrong.page.Composition.Declared;
import cn.zhenrong.page.Composition.Part;
import cn.zhenrong.page.Composition.Tested;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Invented pages that the tests render.
final class Samples {
  static final String SERIAL = "7K3M-9XQ2-V5TA-B8R8";
  static final String NONCE = "kYb0c2tVQ3m9";
  static final Instant FIRST = Instant.parse("2026-11-20T06:03:00Z");

  static final VerdictFacts FACTS =
      VerdictFacts.NONE
          .queried(3, FIRST, FIRST)
          .because(new Wording("成份不符", "composition differs"))
          .remedied(new Wording("退回店铺退款", "return it for a refund"), "400-000-0000")
          .replacedBy("B8R8")
          .scannedAt("id.zhenrong.example");

  private static final List<Wording> OBSERVED =
      List.of(
          new Wording("24 小时内在 3 个省被查询", "checked in 3 provinces within 24 hours"),
          new Wording("2 人分别说刚拆封", "2 people said they had just opened it"));

  private static final Wording CASHMERE = new Wording("山羊绒", "cashmere");
  private static final Wording WOOL = new Wording("绵羊毛", "wool");
  private static final Wording SILK = new Wording("桑蚕丝", "silk");
  private static final Wording NYLON = new Wording("锦纶", "polyamide");

  private Samples() {}

  static String html(byte[] page) {
    return new String(page, StandardCharsets.UTF_8);
  }

  static Frame frame(Language language) {
    return new Frame(
        language,
        "id.zhenrong.example",
        "/scan/7K3M9XQ2V5TAB8R8?lang=" + language.other().parameter());
  }

  static ScanPage scan(Situation situation, Language language) {
    VerdictFacts facts = situation == Situation.CLONE_SUSPECTED ? FACTS.observing(OBSERVED) : FACTS;
    return new ScanPage(
        frame(language),
        SERIAL,
        VerdictBar.of(situation, facts),
        simple(),
        panels(),
        new Actions(
            NONCE,
            "/scan/7K3M9XQ2V5TAB8R8/problem",
            new Actions.Papers(
                "/scan/7K3M9XQ2V5TAB8R8/evidence", "/scan/7K3M9XQ2V5TAB8R8/certificate.pdf")));
  }

  /// Two parts of four fibres each, every panel filled.
  static ScanPage full(Language language) {
    ScanPage page = scan(Situation.VALID_OTHERS, language);
    Composition two =
        new Composition(
            List.of(blend(new Wording("大身", "Body")), blend(new Wording("罗纹", "Rib"))),
            "GB/T 29862-2013");
    return new ScanPage(page.frame(), SERIAL, page.verdict(), two, page.panels(), page.actions());
  }

  /// The full page whose report lacks all that one may lack.
  static ScanPage lacking(Language language) {
    ScanPage page = full(language);
    ReportPanel report = report();
    Panels panels = page.panels();
    return with(
        page,
        new Panels(
            new ReportPanel(
                report.number(),
                report.lab(),
                report.issuedOn(),
                report.method(),
                report.sampling(),
                report.coverage(),
                report.links(),
                List.of(ReportPanel.Lack.values())),
            panels.spotChecks(),
            panels.maker(),
            panels.style(),
            panels.queries(),
            panels.more()));
  }

  /// A page with words of the maker's.
  static ScanPage with(ScanPage page, FromMaker more) {
    Panels panels = page.panels();
    return with(
        page,
        new Panels(
            panels.report(),
            panels.spotChecks(),
            panels.maker(),
            panels.style(),
            panels.queries(),
            more));
  }

  private static ScanPage with(ScanPage page, Panels panels) {
    return new ScanPage(
        page.frame(), SERIAL, page.verdict(), page.composition(), panels, page.actions());
  }

  static Composition simple() {
    return composition(Composition.Verdict.WITHIN);
  }

  static Composition composition(Composition.Verdict verdict) {
    return new Composition(
        List.of(
            new Part(
                Wording.same(""),
                List.of(
                    new Declared(CASHMERE, "95", new Band("90", "100")),
                    new Declared(WOOL, "5", new Band("2", "8"))),
                List.of(new Tested(CASHMERE, "95.6"), new Tested(WOOL, "4.4")),
                verdict)),
        "GB/T 29862-2013");
  }

  static Part blend(Wording name) {
    return new Part(
        name,
        List.of(
            new Declared(WOOL, "60", new Band("55", "65")),
            new Declared(CASHMERE, "20", new Band("15", "25")),
            new Declared(SILK, "12", new Band("7", "17")),
            new Declared(NYLON, "8", new Band("5", "11"))),
        List.of(
            new Tested(WOOL, "61.3"),
            new Tested(CASHMERE, "18.6"),
            new Tested(SILK, "11.7"),
            new Tested(NYLON, "8.4")),
        Composition.Verdict.WITHIN);
  }

  static ReportPanel report() {
    return new ReportPanel(
        "ZB-2026-104417",
        "浙江示例纺织检测有限公司",
        LocalDate.of(2026, 10, 8),
        "GB/T 16988-2013",
        Sampling.SUBMITTED,
        new ReportPanel.Coverage(5000L, false),
        new ReportPanel.Links("/scan/7K3M9XQ2V5TAB8R8/report", "https://lab.example/check"));
  }

  static ReportPage reportPage(Language language) {
    return new ReportPage(
        frame(language),
        SERIAL,
        VerdictBar.of(Situation.VALID_OTHERS, FACTS),
        report(),
        simple(),
        "/scan/7K3M9XQ2V5TAB8R8");
  }

  static CaseForm caseForm(Language language, boolean opened) {
    return new CaseForm(
        frame(language),
        SERIAL,
        VerdictBar.of(Situation.RECALLED, FACTS),
        new CaseForm.Links("/scan/7K3M9XQ2V5TAB8R8/problem", "/scan/7K3M9XQ2V5TAB8R8"),
        opened,
        NONCE,
        180,
        CaseForm.Filled.NONE,
        Map.of(),
        null);
  }

  /// A form that was refused, with all that was written.
  static CaseForm refusedForm(Language language, CaseForm.Trouble trouble) {
    return new CaseForm(
        frame(language),
        SERIAL,
        null,
        new CaseForm.Links("/scan/7K3M9XQ2V5TAB8R8/problem", "/scan/7K3M9XQ2V5TAB8R8"),
        false,
        NONCE,
        180,
        new CaseForm.Filled("TAG", "吊牌像用过\n<b>第二行", "某平台某店", "A-1", "电话"),
        trouble == CaseForm.Trouble.REFUSED
            ? Map.of(
                "phone", new Wording("电话只含数字", "digits only"),
                "photo", new Wording("请上传 JPEG 或 PNG 图片", "JPEG or PNG, please"))
            : Map.of(),
        trouble);
  }

  static CaseFile caseFile(Language language) {
    return caseFile(language, false);
  }

  static CaseFile caseFile(Language language, boolean again) {
    return new CaseFile(
        frame(language),
        "K7M2-9QX4-T8A",
        "TAG",
        SERIAL,
        new CaseFile.Progress(FIRST, CaseFile.Status.CLOSED, CaseFile.Outcome.CONFIRMED, null),
        List.of(
            new CaseFile.Answer(
                FIRST, CaseFile.Status.IN_PROGRESS, new Wording("已联系店铺", "the shop was contacted")),
            new CaseFile.Answer(FIRST, CaseFile.Status.CLOSED, Wording.same("该店吊牌系旧标，已要求下架"))),
        "/scan/7K3M9XQ2V5TAB8R8",
        again);
  }

  static EvidencePage evidence(Language language, boolean signed) {
    return new EvidencePage(
        frame(language),
        SERIAL,
        VerdictBar.of(Situation.ON_HOLD, FACTS),
        signed ? EvidencePage.Signed.VALID : EvidencePage.Signed.ABSENT,
        new EvidencePage.Key(1, "kZ".repeat(21), "Ed25519", EvidencePage.KeyStatus.CURRENT),
        new EvidencePage.Manifest(
            "123",
            List.of(
                new EvidencePage.Line("batch", "123"),
                new EvidencePage.Line("party", "1 · 桐乡市示例毛衫有限公司")),
            "ab".repeat(32)),
        signed ? new EvidencePage.Proof("ZR1/S/7K3M9XQ2V5TAB8R8", 3, 9, "cd".repeat(32)) : null,
        new EvidencePage.Sources(
            "/S/7K3M9XQ2V5TAB8R8",
            signed ? "WS95WO5." + "1".repeat(156) : null,
            "/.well-known/code-keys.json",
            "/api/v1/batches/123/manifest",
            "/api/v1/codes/7K3M9XQ2V5TAB8R8/proof"),
        signed ? "printf %s 'ZR1/S/7K3M9XQ2V5TAB8R8/WS95WO5' > message\nopenssl …" : null,
        "/scan/7K3M9XQ2V5TAB8R8");
  }

  static LinkPage links(Language language, LinkPage.Asked asked) {
    String code = "/scan/7K3M9XQ2V5TAB8R8";
    Wording result = new Wording("查询结果", "Result of the query");
    return new LinkPage(
        frame(language),
        asked,
        code,
        result,
        List.of(
            new LinkPage.Level(
                LinkPage.Scope.GARMENT,
                "驼色 170/92A",
                "https://id.zhenrong.example/01/09521234543213/21/7K3M9XQ2V5TAB8R8",
                List.of(
                    new LinkPage.Entry(result, code, "pip", null, "text/html"),
                    new LinkPage.Entry(
                        new Wording("检测报告", "Test report"),
                        code + "/report",
                        "certificationInfo",
                        null,
                        "text/html"),
                    new LinkPage.Entry(
                        new Wording("查询数据", "Data of the query"),
                        "/api/v1/codes/7K3M9XQ2V5TAB8R8",
                        "masterData",
                        null,
                        "application/json"))),
            new LinkPage.Level(
                LinkPage.Scope.PRODUCT,
                "圆领羊绒衫",
                "https://id.zhenrong.example/01/09521234543213",
                List.of(
                    new LinkPage.Entry(
                        Wording.same("洗涤说明"),
                        "https://maker.example.cn/care/zh?v=1",
                        "instructions",
                        "zh",
                        null)))),
        "{\"@context\":{},\"linkset\":[{\"title\":\"</script><b>\"}]}");
  }

  static Certificate certificate(ScanPage page) {
    return new Certificate(
        page,
        FIRST,
        new Certificate.Origin(
            "123",
            "ef".repeat(32),
            "https://id.zhenrong.example/S/7K3M9XQ2V5TAB8R8",
            "https://id.zhenrong.example/scan/7K3M9XQ2V5TAB8R8",
            "https://id.zhenrong.example/api/v1/batches/123/manifest"));
  }

  static RulesPage rules(Language language) {
    return new RulesPage(
        new Frame(language, "id.zhenrong.example", "/rules?lang=" + language.other().parameter()),
        List.of(
            chinese(),
            new RulesPage.RuleSetView(
                "EU 1007/2011",
                new Wording("欧盟纺织纤维名称与成份标签条例", "EU regulation on textile fibre names"),
                "EU",
                "Regulation (EU) No 1007/2011",
                "2011",
                "2012-05-08",
                "2025-12-31",
                false,
                RulesPage.Confidence.CONFIRMED,
                new Wording("条例全文", "full text"),
                "/rules/eu-1007-2011")),
        List.of(
            new RulesPage.MethodView(
                "GB/T 16988",
                new Wording(
                    "支持山羊绒、绵羊毛等各种毛绒的含量", "supports the content of cashmere, wool and other hair"),
                RulesPage.Confidence.CONFIRMED),
            new RulesPage.MethodView(
                "IWTO 58",
                new Wording(
                    "支持山羊绒、绵羊毛等各种毛绒的含量", "supports the content of cashmere, wool and other hair"),
                RulesPage.Confidence.MEMORY)));
  }

  static RuleSetPage ruleSet(Language language) {
    return new RuleSetPage(
        frame(language),
        chinese(),
        List.of(
            new RuleSetPage.RuleView(
                "T2",
                "7",
                new Wording(
                    "标 100% 山羊绒的，山羊绒不少于 95%", "100 % cashmere holds at least 95 % cashmere"),
                List.of(
                    new RuleSetPage.NumberView(CASHMERE, "≥95", RulesPage.Confidence.CONFIRMED)),
                RulesPage.Confidence.CONFIRMED,
                new Wording("第 7 章的注", "note in clause 7")),
            new RuleSetPage.RuleView(
                "T7",
                "6.11/6.12/7.2",
                new Wording("标签写明“除外”的装饰纤维不计入", "Decoration is left out where the label says so"),
                List.of(
                    new RuleSetPage.NumberView(
                        new Wording("限量", "at most"), "≤5", RulesPage.Confidence.MEMORY)),
                RulesPage.Confidence.PARTLY,
                new Wording("限量凭记忆", "the limits are from memory")),
            new RuleSetPage.RuleView(
                "V0",
                null,
                new Wording("没有检验结果的不能判为符合", "Without a result nothing conforms"),
                List.of(),
                RulesPage.Confidence.ENGINEERING,
                new Wording("本系统约定", "our own convention"))),
        "/rules");
  }

  private static RulesPage.RuleSetView chinese() {
    return new RulesPage.RuleSetView(
        "GB/T 29862-2013",
        new Wording("纺织品 纤维含量的标识", "Textiles: identification of fibre content"),
        "CN",
        "GB/T 29862",
        "2013",
        "2014-05-01",
        null,
        true,
        RulesPage.Confidence.CONFIRMED,
        new Wording("代替 FZ/T 01053-2007", "replaced FZ/T 01053-2007"),
        "/rules/gbt-29862-2013");
  }

  private static Panels panels() {
    return new Panels(
        report(),
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
