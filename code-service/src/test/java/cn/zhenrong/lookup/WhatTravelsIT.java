package cn.zhenrong.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Form;
import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.Http.Reply;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.Nonce;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.ServiceTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What a page says of a label in the hand must not be lost on the way to another page, nor by
/// typing what could be scanned.
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatTravelsIT {
  private static final Pattern LINK = Pattern.compile("(?:href|action)=\"(/[^\"]*)\"");
  private static final String MISMATCH = "标签签名不符";
  private static final String FOREIGN = "https://evil.example";

  @Autowired Makers makers;
  @LocalServerPort int port;

  private Member member;
  private IssuedBatch batch;
  private Row row;
  private Http shopper;

  @BeforeAll
  void anActiveCodeWithAGtin() {
    member = makers.maker();
    batch = Papers.of(member.api(port), member.gtin(3)).issue("signed", 6);
    makers.bench().api(port).post(batch.path("activations"), "{'first':1,'last':6}");
    row = batch.rows().getFirst();
    shopper = Http.to(port);
  }

  @Test
  void aPastedLinkIsJudgedAsIfItHadBeenScanned() {
    assertThat(arrived(typed(row.url())).text()).contains("编码有效").doesNotContain("没有（手工输入");
    String forged = row.url().replace("S=WS95", "S=WO95");
    assertThat(arrived(typed(forged)).text()).contains(MISMATCH);
    assertThat(arrived(typed(row.serial() + "?S=WO100.1")).text()).contains(MISMATCH);
    Reply wrongGtin = arrived(typed(row.url().replace(member.gtin(3), member.gtin(4))));
    assertThat(wrongGtin.status()).isEqualTo(404);
    assertThat(wrongGtin.text()).contains("查无此码");
    Reply elsewhere = typed(FOREIGN + row.path());
    assertThat(elsewhere.status()).isEqualTo(404);
    assertThat(elsewhere.text()).contains("查无此码", "evil.example，不是本站");
  }

  /// Every page that can be reached from one that warns, by whatever link or form, says the same.
  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void noWayLeadsFromAWarningToAPageWithoutIt(String language) {
    String warning = language.equals("zh") ? MISMATCH : "Label signature does not match";
    String forged = "/scan/" + row.serial() + "?lang=" + language + "&S=WS100.153";
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(forged));
    while (!next.isEmpty()) {
      String path = next.pop();
      if (!seen.add(path)) {
        continue;
      }
      Reply page = shopper.get(path);
      if (path.contains("certificate.pdf")) {
        assertThat(path).contains("S=WS100.153");
        continue;
      }
      assertThat(page.status()).as(path).isEqualTo(200);
      if (path.contains("lang=" + language)) {
        assertThat(page.text()).as(path).contains(warning);
        links(page).stream()
            .filter(link -> link.startsWith("/scan/" + row.serial()))
            .forEach(next::add);
        assertThat(links(page).stream().filter(link -> link.startsWith("/scans")))
            .as(path)
            .allMatch(link -> link.contains("S=WS100.153"));
      }
    }
    assertThat(String.join(" ", seen))
        .contains("/evidence", "/report", "/problem", "/certificate.pdf", "S=WS100.153");
  }

  @Test
  void theOpeningIsSaidToBeOnRecordOnlyAfterItWasRecorded() {
    String path = "/scan/" + row.serial() + "?lang=zh&S=WS100.153";
    assertThat(shopper.get("/scan/" + row.serial() + "/opened").text()).doesNotContain("已经记下");
    Reply straight = shopper.get("/scan/" + row.serial() + "/noted?opened=true");
    assertThat(straight.status()).isEqualTo(303);
    String nonce = Nonce.of(new Api(shopper).get(path));
    Reply sent =
        shopper.send(
            "POST",
            "/scans?lang=zh&S=WS100.153",
            "application/x-www-form-urlencoded",
            ("nonce=" + nonce + "&opened=true").getBytes(StandardCharsets.UTF_8));
    assertThat(sent.status()).isEqualTo(303);
    Reply noted = shopper.get(sent.header("Location"));
    assertThat(noted.status()).isEqualTo(200);
    assertThat(noted.text()).contains("刚刚拆封", MISMATCH);
    assertThat(links(noted))
        .filteredOn(link -> link.contains(row.serial()))
        .hasSizeGreaterThan(1)
        .allMatch(link -> link.contains("S=WS100.153"));
    String other = batch.rows().get(1).serial();
    assertThat(shopper.get(sent.header("Location").replace(row.serial(), other)).status())
        .as("the word is of one code")
        .isEqualTo(303);
  }

  @Test
  void aReportCarriesTheForgedTextAndWhatThePageSaid() {
    JsonNode kept = reported("/scan/" + row.serial() + "/problem?lang=zh&S=WO100.15");
    assertThat(kept.at("/summary/shown").asString()).isEqualTo("SIGNATURE_MISMATCH");
    assertThat(kept.at("/summary/text").asString()).isEqualTo(row.bare() + "?S=WO100.15");
    String number = kept.at("/summary/number").asString();
    String back =
        links(shopper.get("/cases/" + number)).stream()
            .filter(link -> link.contains(row.serial()))
            .findFirst()
            .orElseThrow();
    assertThat(arrived(shopper.get(back)).text()).contains(MISMATCH);
  }

  @Test
  void aReportFromARedPageCarriesTheWholeLink() {
    String wrong = row.path().replace(member.gtin(3), member.gtin(4));
    JsonNode kept = reported(problem(shopper.get(wrong)));
    assertThat(kept.at("/summary/shown").asString()).isEqualTo("NEVER_ISSUED");
    assertThat(kept.at("/summary/text").asString()).isEqualTo(wrong);

    JsonNode elsewhere = reported(problem(typed(FOREIGN + row.path())));
    assertThat(elsewhere.at("/summary/shown").asString()).isEqualTo("NEVER_ISSUED");
    assertThat(elsewhere.at("/summary/text").asString()).isEqualTo(FOREIGN + row.path());
    assertThat(shopper.get(problem(typed(FOREIGN + row.path()))).text()).contains("evil.example");
  }

  @Test
  void aLinkNobodyWroteIsWarnedOfWithWaysToTypeAndToReport() {
    for (String path : List.of("/01/garbage/21/HELLO", "/01/09521234543214/21/" + row.serial())) {
      Reply page = shopper.with("Accept", "text/html").get(path);
      assertThat(page.status()).as(path).isEqualTo(400);
      assertThat(page.text()).contains("不是真绒编码", "不要凭此标签购买", "action=\"/scan\"", "/problem?");
    }
  }

  @Test
  void aCodeTypedOfASignedBatchIsSaidToLackItsSignature() {
    assertThat(shopper.get("/scan/" + row.serial()).text()).contains("编码有效", "本批标签带有签名");
    assertThat(arrived(shopper.get(row.path())).text()).doesNotContain("本批标签带有签名");
  }

  @Test
  void theFieldKeepsTheLanguageAndSaysWhatToType() {
    assertThat(shopper.get("/scan?lang=en").header("Location")).isEqualTo("/?lang=en");
    Reply empty = shopper.get("/scan?lang=en&code=");
    assertThat(empty.status()).isEqualTo(400);
    assertThat(empty.text()).contains("Type the 16 letters and digits", "action=\"/scan\"");
    Reply cyrillic = shopper.get("/scan?lang=en&code=" + encoded("7К3М9ХQ2V5ТАВ8R8"));
    assertThat(cyrillic.text()).contains("not of the Latin alphabet", "/problem?");
    assertThat(shopper.get("/scan/" + row.serial().substring(1) + "0?lang=en").text())
        .contains("No such code", "one wrong character looks just the same");
  }

  @Test
  void aRecallTonesTheCompositionDownOnEveryPage() {
    Api association = makers.association().api(port);
    String scope = "{'scope':{'batch':'%s'},'reason':'羊绒含量不符','recall':true,'phone':'400-1'}";
    IssuedBatch whole = Papers.of(member.api(port)).issue("compact", 1);
    String path = "/scan/" + whole.rows().getFirst().serial();
    assertThat(association.post("/api/v1/holds", scope.formatted(whole.id())).status())
        .isEqualTo(201);
    for (String page : List.of("", "/report")) {
      assertThat(shopper.get(path + page).text())
          .as(page)
          .contains("召回", "签发时的申报，已召回", "签发时：山羊绒标 95");
    }
    assertThat(shopper.get(path + "/evidence").text()).contains("召回", "只说明出处");
    assertThat(shopper.get(path + "/opened").text()).contains("召回");
    assertThat(shopper.get(path + "?lang=en").text())
        .contains("“羊绒含量不符” (their own words, in Chinese)");
  }

  private JsonNode reported(String path) {
    Reply form = shopper.get(path);
    assertThat(form.status()).isEqualTo(200);
    Matcher nonce = Pattern.compile("name=\"nonce\" value=\"([^\"]+)\"").matcher(form.text());
    assertThat(nonce.find()).isTrue();
    String action =
        links(form).stream()
            .filter(link -> link.contains("/problem?") && link.contains("lang=zh"))
            .findFirst()
            .orElseThrow();
    Reply sent =
        new Form().with("nonce", nonce.group(1)).with("kind", "LABEL").post(shopper, action);
    assertThat(sent.status()).as(sent.text()).isEqualTo(303);
    String number = sent.header("Location").replaceAll("^/cases/|\\?.*", "");
    return makers.association().api(port).get("/api/v1/cases/" + number).json();
  }

  private static String problem(Reply page) {
    return links(page).stream()
        .filter(link -> link.contains("/problem?"))
        .findFirst()
        .orElseThrow();
  }

  private Reply typed(String text) {
    return shopper.get("/scan?lang=zh&code=" + encoded(text));
  }

  /// Follows redirects within this site.
  private Reply arrived(Reply reply) {
    Reply at = reply;
    for (int i = 0; i < 4 && at.status() / 100 == 3; i++) {
      assertThat(at.header("Location")).startsWith("/").doesNotStartWith("//");
      at = shopper.get(at.header("Location"));
    }
    return at;
  }

  private static List<String> links(Reply page) {
    return LINK.matcher(page.text())
        .results()
        .map(match -> match.group(1).replace("&amp;", "&"))
        .toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
