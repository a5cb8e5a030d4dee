package cn.zhenrong.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
  private static final int MOST_BYTES = 14 * 1024;
  private static final int AIM_BYTES = 8 * 1024;

  @ParameterizedTest
  @EnumSource
  void showEverySituationInBothLanguagesWithItsWordsFirst(Situation situation) {
    for (Language language : Language.values()) {
      ScanPage page = Samples.scan(situation, language);
      String html = Samples.html(Pages.scan(page));
      assertThat(html)
          .startsWith("<!doctype html>")
          .contains("<html lang=\"" + language.htmlTag() + "\">")
          .contains("<div class=\"bar " + situation.tone().token() + "\">");
      String heading = html.substring(html.indexOf("<h1>"), html.indexOf("</h1>"));
      assertThat(heading.replaceAll("<[^>]*>", "")).isEqualTo(page.verdict().title().in(language));
      assertThat(html.indexOf("<h1>")).isLessThan(html.indexOf("<h2>"));
    }
  }

  @Test
  void listLinksForPeopleAndProgramsAlike() {
    String html = Samples.html(Pages.links(Samples.links(Language.EN, LinkPage.Asked.ALL)));
    assertThat(textOf(html))
        .contains("Test report", "This garment", "驼色 170/92A", "For programs", "Data of the query")
        .contains("From the maker, on another site: maker.example.cn");
    assertThat(html)
        .contains("href=\"https://maker.example.cn/care/zh?v=1\"", "<bdi lang=\"zh-CN\">洗涤说明</bdi>")
        .contains("<script type=\"application/ld+json\">{\"@context\"", "\\u003c/script>")
        .doesNotContain("<b>\"");
    assertThatThrownBy(
            () -> new LinkPage.Entry(Wording.same("x"), "javascript:alert(1)", "pip", null, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void showLabelAndReportWithTheirNumbers() {
    String text =
        textOf(Samples.html(Pages.scan(Samples.scan(Situation.VALID_FIRST, Language.ZH))));
    assertThat(text)
        .contains("山羊绒 95% · 绵羊毛 5%")
        .contains("标 95，检验报告 95.6，在 GB/T 29862-2013 允差内")
        .contains("检验结果仅对来样负责")
        .contains("本批 2026-11-18 被抽检：合格")
        .contains("ZB-2026-104417")
        .doesNotContain("合规", "正品");
  }

  @Test
  void tellWhatAReportLacksOnEveryPaperThatNamesIt() {
    ScanPage page = Samples.lacking(Language.EN);
    ReportPanel report = Objects.requireNonNull(page.panels().report());
    String laboratory = "This laboratory is not in the association’s register.";
    String original = "The laboratory’s original report is not on file.";
    assertThat(textOf(Samples.html(Pages.scan(page)))).contains(laboratory, original);
    assertThat(textOf(Samples.html(Pages.scan(Samples.lacking(Language.ZH)))))
        .contains("这家检验机构不在协会的名册中。", "检验报告的原件未存档。");
    assertThat(
            textOf(
                Samples.html(
                    Pages.report(
                        new ReportPage(
                            page.frame(),
                            Samples.SERIAL,
                            page.verdict(),
                            report,
                            null,
                            "/scan/x")))))
        .contains(laboratory, original);
    assertThat(Samples.certificate(page).blocks().toString())
        .contains(laboratory, original, "这家检验机构不在协会的名册中。", "检验报告的原件未存档。");
    ScanPage whole = Samples.full(Language.EN);
    assertThat(textOf(Samples.html(Pages.scan(whole)))).doesNotContain(laboratory, original);
    assertThat(Samples.certificate(whole).blocks().toString()).doesNotContain(laboratory, original);
  }

  @Test
  void showWhatComesFromTheMakerAsTheMakersAndEscaped() {
    String evil = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";
    FromMaker more =
        new FromMaker(
            List.of(Wording.same(evil)),
            evil,
            List.of(
                new FromMaker.Link(
                    evil, "https://maker.example.cn/care?a=1&b='onmouseover=alert(3)", evil),
                new FromMaker.Link("洗涤说明", "https://maker.example.cn/zh", "zh-CN")));
    String html = Samples.html(Pages.scan(Samples.with(Samples.full(Language.EN), more)));
    assertThat(html)
        .contains(
            "<a href=\"https://maker.example.cn/care?a=1&amp;b=&#39;onmouseover=alert(3)\""
                + " rel=\"noopener noreferrer nofollow external\"",
            "<bdi lang=\"zh-CN\">洗涤说明</bdi> <span class=\"note\">maker.example.cn</span>")
        .doesNotContain("<script>alert", "<img src=x");
    assertThat(textOf(html)).contains("From the maker");
    assertThat(textOf(Samples.html(Pages.scan(Samples.full(Language.EN)))))
        .doesNotContain("From the maker");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript:alert(1)//https://maker.example.cn",
        " javascript:alert(1)",
        "data:text/html,x",
        "http://maker.example.cn/",
        "//maker.example.cn/",
        "/scan/x",
        "https:///x",
        "https:alert(1)",
        "https://maker.example.cn/\"onclick=alert(1)",
        "https://maker.example.cn/ x",
        ""
      })
  void linkToNoAddressThatIsNotAPublicSite(String url) {
    assertThat(FromMaker.Link.mayStand(url)).isFalse();
    assertThatThrownBy(() -> new FromMaker.Link("x", url, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void leaveOutWhatIsNotKnown() {
    String html =
        Samples.html(
            Pages.scan(
                new ScanPage(
                    Samples.frame(Language.ZH),
                    Samples.SERIAL,
                    VerdictBar.of(Situation.VOID),
                    null,
                    Panels.NONE,
                    Actions.NONE)));
    assertThat(html).doesNotContain("<h2>", "<script", "<noscript", "data-nonce", "null");
    assertThat(textOf(html)).contains(Samples.SERIAL);
  }

  @Test
  void escapeWhateverARecordHolds() {
    String evil = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";
    ScanPage page = Samples.scan(Situation.VALID_FIRST, Language.EN);
    Panels panels =
        new Panels(
            null,
            List.of(),
            new MakerPanel(evil, evil, evil),
            new StylePanel(
                evil, evil, evil, evil, evil, evil, new StylePanel.Photo("/" + evil, "/" + evil)),
            null);
    String html =
        Samples.html(
            Pages.scan(
                new ScanPage(
                    page.frame(),
                    evil,
                    page.verdict(),
                    page.composition(),
                    panels,
                    new Actions(evil, "/" + evil, Actions.Papers.NONE))));
    assertThat(html).doesNotContain("<script>alert", "<img src=x");
    assertThat(html.split("<script", -1)).hasSize(2);
    assertThat(html.split("<img", -1)).hasSize(2);
  }

  @Test
  void isolateTextThatIsWrittenRightToLeft() {
    Panels panels =
        new Panels(null, List.of(), new MakerPanel("\u202Eevil", null, null), null, null);
    ScanPage page = Samples.scan(Situation.VALID_FIRST, Language.ZH);
    String html =
        Samples.html(
            Pages.scan(
                new ScanPage(
                    page.frame(), Samples.SERIAL, page.verdict(), null, panels, Actions.NONE)));
    assertThat(html).contains("<bdi>\u202Eevil</bdi>");
  }

  @Test
  void neverIssuedShowsTheDomainAndTheForm() {
    String html =
        Samples.html(Pages.neverIssued(Samples.frame(Language.ZH), "evil.example<b>", null));
    assertThat(html)
        .contains("class=\"bar stop\"")
        .contains("action=\"/scan\"")
        .doesNotContain("evil.example<b>");
    assertThat(textOf(html)).contains("查无此码：可能是仿冒，或扫到了别的二维码（evil.example&lt;b&gt;）");
  }

  @ParameterizedTest
  @EnumSource
  void aCompositionInDoubtIsNeverShownAsIfItStood(Situation situation) {
    boolean doubted =
        Set.of(
                "ON_HOLD",
                "REPORT_LAPSED",
                "KEY_COMPROMISED",
                "SIGNATURE_MISMATCH",
                "RECALLED",
                "VOID")
            .contains(situation.name());
    ScanPage page = Samples.scan(situation, Language.ZH);
    String text = textOf(Samples.html(Pages.scan(page)));
    assertThat(text.contains("签发时：山羊绒标 95")).isEqualTo(doubted);
    assertThat(Samples.certificate(page).blocks().toString().contains("签发时：")).isEqualTo(doubted);
  }

  @Test
  void reportingComesFirstWhereThePageWarns() {
    for (Situation situation : Situation.values()) {
      String html = Samples.html(Pages.scan(Samples.scan(situation, Language.ZH)));
      boolean first = html.indexOf("/problem\"") < html.indexOf("name=\"opened\" value=\"true\"");
      assertThat(first)
          .as(situation.name())
          .isEqualTo(Set.of(Tone.CAUTION, Tone.STOP).contains(situation.tone()));
    }
  }

  @Test
  void thereIsNoWordOfAPhotoWhereThereIsNone() {
    for (Situation situation : Situation.values()) {
      VerdictBar bar = VerdictBar.of(situation, Samples.FACTS).withoutPhoto();
      assertThat(bar.title() + bar.advice().toString())
          .as(situation.name())
          .doesNotContain("图片", "the photo", "Compare: photo", "one: photo");
      assertThat(bar.advice()).hasSameSizeAs(VerdictBar.of(situation, Samples.FACTS).advice());
    }
  }

  @Test
  void aReturnedGarmentIsNotSaidNeverToHavePassed() {
    VerdictBar bar = VerdictBar.of(Situation.NOT_ACTIVATED, VerdictFacts.NONE.sentBack());
    assertThat(bar.title().zh()).contains("退回", "尚未质检激活");
    assertThat(bar.advice().toString()).doesNotContain("没有随商品通过质检").contains("复检");
  }

  @Test
  void wordsInChineseOnlyAreMarkedOnAnEnglishPage() {
    VerdictFacts facts = VerdictFacts.NONE.because(Wording.same("市场抽检"));
    VerdictBar bar = VerdictBar.of(Situation.ON_HOLD, facts);
    assertThat(bar.advice().getFirst())
        .isEqualTo(
            new Wording("复核原因：市场抽检", "Under review because: “市场抽检” (their own words, in Chinese)"));
  }

  @Test
  void mistypedKeepsWhatWasTypedAndSaysWhatIsWrong() {
    for (TypedCode.Slip slip : TypedCode.Slip.values()) {
      TypedCode typed = new TypedCode("7K3M\"><b>", 15, slip);
      String html =
          Samples.html(Pages.mistyped(Samples.frame(Language.ZH), typed, "/scan/-/problem"));
      assertThat(html)
          .contains(
              "href=\"/scan/-/problem\"", "value=\"7K3M&#34;>&lt;b>\"", "aria-invalid=\"true\"");
    }
    TypedCode shorter = new TypedCode("7K3M", 15, TypedCode.Slip.LENGTH);
    assertThat(textOf(Samples.html(Pages.mistyped(Samples.frame(Language.ZH), shorter, null))))
        .contains("您输入了 15 位");
    assertThat(textOf(Samples.html(Pages.mistyped(Samples.frame(Language.EN), shorter, null))))
        .contains("you typed 15");
  }

  @Test
  void aSuspectedCloneTellsWhatWasObserved() {
    String text =
        textOf(Samples.html(Pages.scan(Samples.scan(Situation.CLONE_SUSPECTED, Language.ZH))));
    assertThat(text).contains("24 小时内在 3 个省被查询", "2 人分别说刚拆封");
    assertThat(Samples.html(Pages.scan(Samples.scan(Situation.VALID_FIRST, Language.ZH))))
        .doesNotContain("class=\"observed\"");
  }

  @Test
  void theScanPageLeadsToReportEvidenceCertificateAndLargePhoto() {
    assertThat(Samples.html(Pages.scan(Samples.full(Language.ZH))))
        .contains(
            "href=\"/scan/7K3M9XQ2V5TAB8R8/problem\"",
            "href=\"/scan/7K3M9XQ2V5TAB8R8/evidence\"",
            "href=\"/scan/7K3M9XQ2V5TAB8R8/certificate.pdf\"",
            "href=\"/photos/k2601-large.svg\"",
            "href=\"https://lab.example/check\"");
  }

  @ParameterizedTest
  @EnumSource
  void aFormThatWasNotTakenKeepsAllThatWasWritten(CaseForm.Trouble trouble) {
    for (Language language : Language.values()) {
      String html = Samples.html(Pages.caseForm(Samples.refusedForm(language, trouble)));
      assertThat(html)
          .contains(
              "吊牌像用过\n&lt;b&gt;第二行</textarea>",
              "value=\"某平台某店\"",
              "value=\"A-1\"",
              "value=\"电话\"",
              "value=\"TAG\" required checked",
              "value=\"" + Samples.NONCE + "\"",
              "role=\"alert\"");
      assertThat(html.contains("id=\"phone-error\""))
          .isEqualTo(trouble == CaseForm.Trouble.REFUSED);
    }
  }

  @Test
  void theFormOfAnOpenedPackageAsksForNoKind() {
    assertThat(Samples.html(Pages.caseForm(Samples.caseForm(Language.ZH, true))))
        .doesNotContain("radio");
    assertThat(
            Samples.html(Pages.caseForm(Samples.caseForm(Language.ZH, false)))
                .split("type=\"radio\"", -1))
        .hasSize(CaseForm.Kind.values().length + 1);
  }

  @Test
  void aCaseTellsWhereItStandsAndWhatTheAssociationSaid() {
    assertThat(textOf(Samples.html(Pages.caseFile(Samples.caseFile(Language.ZH)))))
        .contains("K7M2-9QX4-T8A", "已办结", "情况属实", "已联系店铺", "该店吊牌系旧标");
    assertThat(Samples.html(Pages.caseFile(Samples.caseFile(Language.EN))))
        .contains("the shop was contacted", "<bdi lang=\"zh-CN\">该店吊牌系旧标");
  }

  @Test
  void everyScriptRunsUnderThePolicyAndStandsOnItsOwnPageOnly() throws Exception {
    String form = Samples.html(Pages.caseForm(Samples.caseForm(Language.ZH, false)));
    String evidence = Samples.html(Pages.evidence(Samples.evidence(Language.ZH, true)));
    for (String html : List.of(form, evidence)) {
      assertThat(html.split("<script", -1)).hasSize(2);
      assertThat(Pages.contentSecurityPolicy()).contains("'" + digest(html, "script") + "'");
      assertThat(html).doesNotContain(" style=").doesNotContainPattern(" on[a-z]+=");
    }
    assertThat(Samples.html(Pages.scan(Samples.full(Language.ZH))))
        .doesNotContain("crypto.subtle", "createImageBitmap");
    assertThat(Pages.contentSecurityPolicy().split("sha256-", -1)).hasSize(5);
  }

  @Test
  void theEvidenceNeverCallsAGarmentGenuine() {
    for (Language language : Language.values()) {
      assertThat(textOf(Samples.html(Pages.evidence(Samples.evidence(language, true)))))
          .contains(language == Language.ZH ? "不证明您手中的这件商品是真的" : "not that the garment")
          .doesNotContain("正品", "genuine", "authentic");
    }
  }

  @Test
  void theCertificateSaysWhatThePageSays() {
    ScanPage page = Samples.full(Language.ZH);
    Certificate certificate = Samples.certificate(page);
    String all = certificate.verdict() + certificate.blocks().toString();
    assertThat(all)
        .contains(
            page.verdict().title().zh(),
            page.verdict().title().en(),
            Samples.SERIAL,
            "2026-11-20 14:03（北京时间）",
            "绵羊毛 60%，山羊绒 20%",
            "绵羊毛 61.3%，山羊绒 18.6%",
            "ZB-2026-104417",
            "桐乡市示例毛衫有限公司",
            "浙江",
            "ef".repeat(32))
        .doesNotContain("正品", "genuine", "authentic");
    Certificate bare =
        Samples.certificate(
            new ScanPage(
                page.frame(), page.serial(), page.verdict(), null, Panels.NONE, Actions.NONE));
    assertThat(bare.blocks()).allSatisfy(block -> assertThat(block.rows()).isNotEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 405, 418, 429, 500, 502, 503})
  void errorHasWordsForEveryStatus(int status) {
    for (Language language : Language.values()) {
      assertThat(textOf(Samples.html(Pages.error(Samples.frame(language), status, "01JD8X"))))
          .contains(Integer.toString(status), "01JD8X");
    }
  }

  @Test
  void reportIsWatermarkedWithTheSerialAndCountsNothing() {
    String html = Samples.html(Pages.report(Samples.reportPage(Language.ZH)));
    assertThat(html)
        .contains("<pattern", ">" + Samples.SERIAL + "</text>")
        .doesNotContain("<script");
  }

  @Test
  void rulesTellWhatIsInForceAndHowWellItIsKnown() {
    String list = textOf(Samples.html(Pages.rules(Samples.rules(Language.ZH))));
    assertThat(list).contains("2014-05-01 起", "2012-05-08 至 2025-12-31", "现在不用于新的判定", "凭记忆");
    assertThat(list.split("现在不用于新的判定", -1)).hasSize(2);
    String set = textOf(Samples.html(Pages.ruleSet(Samples.ruleSet(Language.EN))));
    assertThat(set)
        .contains("T2", "100 % cashmere holds at least 95 % cashmere", "≥95", "from memory");
    assertThat(Samples.html(Pages.ruleSet(Samples.ruleSet(Language.EN)))).doesNotContain("<script");
  }

  @Test
  void thanksNamesWhatWasRecorded() {
    assertThat(
            textOf(
                Samples.html(
                    Pages.thanks(
                        Samples.frame(Language.ZH), null, true, "/scan/X", "/scan/X/opened"))))
        .contains("刚刚拆封");
    assertThat(
            textOf(Samples.html(Pages.thanks(Samples.frame(Language.ZH), null, false, null, null))))
        .contains("已计入记录");
  }

  @Test
  void policyAllowsTheStyleAndTheScriptOfThePageByTheirDigests() throws Exception {
    String html = Samples.html(Pages.scan(Samples.full(Language.ZH)));
    String policy = Pages.contentSecurityPolicy();
    assertThat(policy)
        .contains("default-src 'none'")
        .contains("style-src '" + digest(html, "style") + "'")
        .contains("script-src '" + digest(html, "script") + "'")
        .doesNotContain("unsafe", "http");
    assertThat(html).doesNotContain(" style=").doesNotContainPattern(" on[a-z]+=");
  }

  @Test
  void askNoOtherSiteForAnything() {
    String html = Samples.html(Pages.scan(Samples.full(Language.ZH)));
    assertThat(html).doesNotContainPattern("(src|action|url)\\s*[=(]\\s*[\"']?(https?:)?//");
    assertThat(html).doesNotContainPattern("<link [^>]*href=\"(?!data:,)");
  }

  @Test
  void fullPageIsSmallOnTheWire() throws IOException {
    for (Language language : Language.values()) {
      assertThat(gzipped(Samples.html(Pages.scan(Samples.full(language)))))
          .isLessThanOrEqualTo(AIM_BYTES)
          .isLessThanOrEqualTo(MOST_BYTES);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "https://x.example/", "//x.example/", "/\\x.example", "x"})
  void refuseALinkThatLeavesTheSite(String url) {
    assertThatThrownBy(() -> new Actions(null, url, Actions.Papers.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Frame(Language.ZH, "h", url))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refuseALaboratoryLinkThatIsNotHttps() {
    assertThatThrownBy(() -> new ReportPanel.Links(null, "javascript:alert(1)"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// Everything the first page may ask for: its document and the small photo, which has a bound of
  /// its own.
  @Test
  void theWholePageIsSmall() throws IOException {
    int photo = 16 * 1024;
    for (Situation situation : Situation.values()) {
      assertThat(gzipped(Samples.html(Pages.scan(Samples.scan(situation, Language.EN)))) + photo)
          .isLessThanOrEqualTo(30 * 1024);
    }
    String html = Samples.html(Pages.scan(Samples.full(Language.ZH)));
    assertThat(html)
        .doesNotContainPattern("<link[^>]+(stylesheet|preload)")
        .doesNotContain("<script src", "@import", "@font-face");
    assertThat(html).containsPattern("<img [^>]*loading=\"lazy\"");
  }

  static int gzipped(String html) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(html.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.size();
  }

  private static String textOf(String html) {
    return html.substring(html.indexOf("<main>"), html.indexOf("</main>"))
        .replaceAll("<[^>]*>", "");
  }

  private static String digest(String html, String element) throws Exception {
    Matcher matcher = Pattern.compile("(?s)<%1$s>(.*?)</%1$s>".formatted(element)).matcher(html);
    assertThat(matcher.find()).isTrue();
    byte[] content = matcher.group(1).getBytes(StandardCharsets.UTF_8);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}
