package cn.zhenrong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.file.Photos;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Browsers;
import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.ServiceTest;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/// What a shopper does who has doubts, in a real browser: reports, takes a number, checks the
/// evidence.
@ServiceTest
class ReportingIT {
  private static Browsers browsers;
  private static Iterator<Row> rows = List.<Row>of().iterator();

  @Autowired Makers makers;
  @Autowired JdbcTemplate jdbc;
  @LocalServerPort int port;

  @BeforeAll
  static void startBrowser() {
    browsers = new Browsers();
  }

  @AfterAll
  static void stopBrowser() {
    browsers.close();
  }

  @ParameterizedTest
  @CsvSource({"zh-CN, true", "zh-CN, false", "en-US, true", "en-US, false"})
  void reportsFromThePageAndFollowsTheNumber(String locale, boolean scripts) throws IOException {
    Row row = anActiveCode();
    List<String> complaints = new ArrayList<>();
    try (BrowserContext phone = browsers.phone(locale, scripts)) {
      Page page = open(phone, row.path());
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.locator("a.button[href*='/problem']").click();
      page.locator("input[value=LABEL]").check();
      page.locator("#words").fill("吊牌写 95%\n水洗唛写 80%");
      page.locator("#phone").fill("139 0000 1234");
      page.locator("#photo")
          .setInputFiles(
              new FilePayload("IMG_0001.jpg", "image/jpeg", Photos.withPlace(4000, 3000, 6)));
      if (scripts) {
        page.locator("#shrunk:not(:empty)").waitFor();
        assertThat(((Number) page.evaluate("photo.files[0].size")).longValue())
            .as("what is sent is the smaller one")
            .isLessThan(100_000);
      }
      page.locator("form button[type=submit]").click();
      String number = page.locator("h1").textContent();
      assertThat(number).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}");
      assertThat(page.url()).contains("/cases/" + number);
      assertThat(page.locator("main").textContent())
          .contains(locale.startsWith("zh") ? "已收到" : "Received", row.human())
          .doesNotContain("139", "水洗唛写");
      BufferedImage kept = photo(number);
      assertThat(kept.getWidth()).as("held upright: taken sideways").isEqualTo(1200);
      assertThat(kept.getHeight()).isEqualTo(1600);
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void aRefusedFormKeepsWhatWasWrittenAndIsSentAgain() {
    try (BrowserContext phone = browsers.phone("zh-CN", false)) {
      Page page = open(phone, "/scan/NOT-A-CODE");
      assertThat(page.locator("h1").textContent()).startsWith("查无此码");
      page.locator("a.button[href*='/problem']").click();
      page.locator("input[value=TAG]").check();
      page.locator("#words").fill("标签像假的");
      page.locator("#phone").fill("不告诉你");
      page.locator("form button[type=submit]").click();
      assertThat(page.locator("[role=alert]").textContent()).contains("还没有提交成功", "联系电话");
      assertThat(page.locator("#words").inputValue()).isEqualTo("标签像假的");
      assertThat(page.locator("input[value=TAG]").isChecked()).isTrue();
      page.locator("#phone").fill("");
      page.locator("form button[type=submit]").click();
      assertThat(page.locator("main").textContent()).contains("已收到", "NOT-A-CODE");
    }
  }

  /// Back is the first thing a shopper presses who is not sure that it went through.
  @ParameterizedTest
  @CsvSource({"zh-CN, true", "zh-CN, false", "en-US, true", "en-US, false"})
  void whoGoesBackAndSubmitsAgainGetsTheSameNumberAndIsToldSo(String locale, boolean scripts) {
    Row row = anActiveCode();
    String told = locale.startsWith("zh") ? "这份表单已经提交过" : "This form was sent before";
    try (BrowserContext phone = browsers.phone(locale, scripts)) {
      Page page = open(phone, "/scan/" + row.serial() + "/problem");
      page.locator("input[value=TAG]").check();
      page.locator("#words").fill("标签像假的");
      page.locator("#phone").fill("139 0000 1234");
      page.locator("form button[type=submit]").click();
      String number = page.locator("h1").textContent();
      assertThat(page.url()).contains("/cases/" + number);
      assertThat(page.locator("main").textContent()).doesNotContain(told);

      for (String words : List.of("标签像假的", "标签像假的，还掉色")) {
        page.goBack();
        assertThat(page.locator("#phone").inputValue()).isEqualTo("139 0000 1234");
        assertThat(page.locator("input[value=TAG]").isChecked()).isTrue();
        page.locator("#words").fill(words);
        page.locator("form button[type=submit]").click();
        page.waitForURL("**/cases/**");
        assertThat(page.locator("h1").textContent()).isEqualTo(number);
        assertThat(page.locator("main").textContent()).contains(told, row.human());
        page.locator(".switch").click();
        assertThat(page.locator("[role=status]").textContent()).isNotBlank();
        page.goBack();
      }
      assertThat(cases(row)).isEqualTo(1);
      page.reload();
      assertThat(cases(row)).as("to load it again sends nothing").isEqualTo(1);

      page.navigate(Http.to(port).base() + "/scan/" + row.serial() + "/problem");
      page.locator("input[value=TAG]").check();
      page.locator("form button[type=submit]").click();
      page.waitForURL("**/cases/**");
      assertThat(page.locator("h1").textContent()).as("a new form").isNotEqualTo(number);
      assertThat(cases(row)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void aFormThatWasPutRightOpensOneCaseHoweverOftenItIsSent(boolean scripts) {
    Row row = anActiveCode();
    try (BrowserContext phone = browsers.phone("zh-CN", scripts)) {
      Page page = open(phone, "/scan/" + row.serial() + "/problem");
      String word = page.locator("input[name=nonce]").inputValue();
      page.locator("input[value=TAG]").check();
      page.locator("#words").fill("标签像假的");
      page.locator("#phone").fill("不告诉你");
      page.locator("form button[type=submit]").click();
      assertThat(page.locator("[role=alert]").textContent()).contains("还没有提交成功");
      assertThat(page.locator("input[name=nonce]").inputValue()).isEqualTo(word);
      assertThat(page.locator("#phone").inputValue()).isEqualTo("不告诉你");

      page.goBack();
      assertThat(page.locator("#words").inputValue()).isEqualTo("标签像假的");
      assertThat(page.locator("#phone").inputValue()).isEqualTo("不告诉你");
      page.locator("#phone").fill("139 0000 1234");
      page.locator("form button[type=submit]").click();
      page.waitForURL("**/cases/**");
      String number = page.locator("h1").textContent();
      page.goBack();
      assertThat(page.locator("#phone").inputValue()).isEqualTo("139 0000 1234");
      page.locator("form button[type=submit]").click();
      page.waitForURL("**/cases/**");
      assertThat(page.locator("h1").textContent()).isEqualTo(number);
      assertThat(cases(row)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"zh-CN, 10.5", "en-US, 14"})
  void whoSendsAPhotoTooLargeGoesBackToWhatWasWritten(String locale, double megabytes) {
    byte[] large = Arrays.copyOf(Photos.jpeg(50, 50), (int) (megabytes * 1024 * 1024));
    try (BrowserContext phone = browsers.phone(locale, false)) {
      Page page = open(phone, "/scan/NOT-A-CODE/problem");
      page.locator("input[value=TAG]").check();
      page.locator("#words").fill("标签像假的");
      page.locator("#shop").fill("乙店");
      page.locator("#phone").fill("139 0000 1234");
      page.locator("#photo").setInputFiles(new FilePayload("a.jpg", "image/jpeg", large));
      page.locator("form button[type=submit]").click();
      assertThat(page.locator("main").textContent())
          .contains("413")
          .contains(locale.startsWith("zh") ? "您写的内容还在" : "what you wrote is still there");
      page.goBack();
      assertThat(page.locator("#words").inputValue()).isEqualTo("标签像假的");
      assertThat(page.locator("#shop").inputValue()).isEqualTo("乙店");
      assertThat(page.locator("#phone").inputValue()).isEqualTo("139 0000 1234");
      assertThat(page.locator("input[value=TAG]").isChecked()).isTrue();
      page.locator("#photo").setInputFiles(new FilePayload[0]);
      page.locator("form button[type=submit]").click();
      assertThat(page.url()).contains("/cases/");
    }
  }

  @Test
  void aPhotoThatCannotBeMadeSmallerIsRefusedBeforeItIsSent() {
    byte[] unreadable = new byte[6 * 1024 * 1024];
    try (BrowserContext phone = browsers.phone("zh-CN", true)) {
      Page page = open(phone, "/scan/NOT-A-CODE/problem");
      page.locator("input[value=TAG]").check();
      page.locator("#words").fill("标签像假的");
      page.locator("#photo").setInputFiles(new FilePayload("a.heic", "image/heic", unreadable));
      page.locator("#shrunk:not(:empty)").waitFor();
      assertThat(page.locator("#shrunk").textContent()).contains("超过 5 MB");
      assertThat(page.evaluate("photo.files.length")).isEqualTo(0);
      assertThat(page.locator("#words").inputValue()).isEqualTo("标签像假的");
      page.locator("form button[type=submit]").click();
      page.waitForURL("**/cases/**");
    }
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void whoJustOpenedThePackageGetsANumberOnRequest(boolean scripts) {
    Row row = anActiveCode();
    try (BrowserContext phone = browsers.phone("zh-CN", scripts)) {
      Page page = open(phone, row.path());
      page.locator(".actions form button").click();
      assertThat(page.locator("main").textContent()).contains("刚刚拆封");
      page.locator("a[href*='/opened']").click();
      page.locator("form button[type=submit]").click();
      assertThat(page.locator("main").textContent()).contains("拆封登记", "已收到", row.human());
    }
  }

  @ParameterizedTest
  @CsvSource({"zh-CN", "en-US"})
  void theBrowserItselfFindsARealCodeInOrder(String locale) {
    List<String> complaints = new ArrayList<>();
    try (BrowserContext phone = browsers.phone(locale, true)) {
      Page page = open(phone, anActiveCode().path());
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.locator("a[href*='/evidence']").click();
      assertThat(page.locator("#checks").isVisible()).isFalse();
      check(page);
      assertThat(states(page))
          .containsExactly("signature ok", "manifest ok", "statement ok", "proof ok");
      assertThat(page.locator("pre").textContent()).contains("openssl pkeyutl -verify");
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void theBrowserItselfFindsATamperedSignature() {
    String path = anActiveCode().path();
    String tampered = path.substring(0, path.length() - 1) + (path.endsWith("1") ? "2" : "1");
    try (BrowserContext phone = browsers.phone("zh-CN", true)) {
      Page page = open(phone, tampered);
      assertThat(page.locator("h1").textContent()).startsWith("标签签名不符");
      page.locator("a[href*='/evidence']").click();
      check(page);
      assertThat(states(page))
          .containsExactly("signature bad", "manifest ok", "statement ok", "proof ok");
      assertThat(page.locator("main").textContent()).contains("签名不符");
      page.navigate(page.url().replaceAll("S=WS95WO5", "S=WS100"));
      check(page);
      assertThat(states(page)).startsWith("signature bad", "manifest ok", "statement bad");
    }
  }

  /// Somebody between server and browser changes what is published.
  @Test
  void theBrowserItselfFindsATamperedManifestAndProof() {
    Row row = anActiveCode();
    try (BrowserContext phone = browsers.phone("zh-CN", true)) {
      Page page = phone.newPage();
      page.route("**/proof", route -> change(route, "\"leafIndex\":", "\"leafIndex\":1"));
      page.route("**/manifest", route -> change(route, ".eyJ", ".eyI"));
      page.navigate(Http.to(port).base() + "/scan/" + row.serial() + "/evidence");
      check(page);
      assertThat(states(page)).startsWith("signature absent", "manifest none", "statement none");

      page.unroute("**/manifest");
      page.reload();
      check(page);
      assertThat(states(page))
          .containsExactly("signature absent", "manifest ok", "statement absent", "proof bad");

      page.route("**/code-keys.json", Route::abort);
      page.reload();
      check(page);
      assertThat(states(page)).startsWith("signature none", "manifest none");
    }
  }

  @Test
  void withoutScriptsTheEvidenceIsWhatTheServerFound() {
    try (BrowserContext phone = browsers.phone("zh-CN", false)) {
      Page page = open(phone, anActiveCode().path());
      page.locator("a[href*='/evidence']").click();
      assertThat(page.locator("#check").isVisible()).isFalse();
      assertThat(page.locator("#unable").isVisible()).isTrue();
      assertThat(page.locator("main").textContent())
          .contains("签名相符", "在用", "codesRoot", "openssl pkeyutl -verify");
    }
  }

  private int cases(Row row) {
    Integer count =
        jdbc.queryForObject(
            "SELECT COUNT(*) FROM complaint_case WHERE scanned = ?", Integer.class, row.serial());
    return count == null ? 0 : count;
  }

  private static void change(Route route, String from, String to) {
    var answer = route.fetch();
    route.fulfill(
        new Route.FulfillOptions().setResponse(answer).setBody(answer.text().replace(from, to)));
  }

  private static void check(Page page) {
    page.locator("#check").click();
    page.locator("#check:not([disabled])").waitFor();
    page.locator("[data-check=proof]:not(.wait)").waitFor();
  }

  private static List<String> states(Page page) {
    List<String> states = new ArrayList<>();
    for (Locator item : page.locator("#checks li").all()) {
      assertThat(item.locator("span:visible").count()).isEqualTo(1);
      states.add(item.getAttribute("data-check") + " " + item.getAttribute("class"));
    }
    return states;
  }

  private BufferedImage photo(String number) throws IOException {
    byte[] jpeg = makers.association().api(port).get("/api/v1/cases/" + number + "/photo").body();
    return ImageIO.read(new ByteArrayInputStream(jpeg));
  }

  private Page open(BrowserContext phone, String path) {
    Page page = phone.newPage();
    page.navigate(Http.to(port).base() + path);
    return page;
  }

  private Row anActiveCode() {
    if (!rows.hasNext()) {
      Api maker = makers.maker().api(port);
      IssuedBatch batch = Papers.of(maker).issue("signed", 12);
      makers.bench().api(port).post(batch.path("activations"), "{'first':1,'last':12}");
      rows = batch.rows().iterator();
    }
    return rows.next();
  }
}
