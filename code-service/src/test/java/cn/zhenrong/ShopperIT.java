package cn.zhenrong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Browsers;
import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.Patience;
import cn.zhenrong.testing.ServiceTest;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What a shopper sees after scanning a tag, in a real browser that follows the printed text to the
/// running service. Each test takes a code of its own.
@ServiceTest
class ShopperIT {
  private static Browsers browsers;
  private static Iterator<Row> rows = List.<Row>of().iterator();

  @Autowired Makers makers;
  @LocalServerPort int port;

  @BeforeAll
  static void startBrowser() {
    browsers = new Browsers();
  }

  @AfterAll
  static void stopBrowser() {
    browsers.close();
  }

  @Test
  void readsTheVerdictAndTheCompositionBesideTheReportInChinese() {
    Row row = anActiveCode();
    try (BrowserContext phone = browsers.phone("zh-CN", true)) {
      Page page = scan(phone, row);
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("zh-CN");
      assertThat(page.locator("h1").textContent()).isEqualTo("编码有效 · 此前无查询记录");
      assertThat(page.locator("table thead").textContent()).contains("标注", "检验");
      assertThat(page.locator("table tbody tr").first().textContent())
          .contains("山羊绒", "95%", "94.6%");
      assertThat(page.locator("table tbody tr").nth(1).textContent()).contains("绵羊毛", "5%", "5.4%");
      assertThat(page.locator("main").textContent()).contains("仅对来样负责", row.human());
    }
  }

  @Test
  void readsTheSameInEnglish() {
    Row row = anActiveCode();
    try (BrowserContext phone = browsers.phone("en-US", true)) {
      Page page = scan(phone, row);
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
      assertThat(page.locator("h1").textContent())
          .isEqualTo("Code valid · no earlier check on record");
      assertThat(page.locator("table tbody tr").first().textContent())
          .contains("cashmere", "95%", "94.6%");
      page.locator("a.switch").click();
      assertThat(page.url()).contains("lang=zh");
      assertThat(page.locator("h1").textContent()).startsWith("编码有效");
    }
  }

  @Test
  void isCountedOnceByOneVisitAndTellsTheSecondThatItIsTheirOwn() {
    Row row = anActiveCode();
    try (BrowserContext phone = browsers.phone("zh-CN", true)) {
      Page page = scan(phone, row);
      Patience.until("the beacon is counted", () -> sessions(row) > 0);
      assertThat(sessions(row)).isEqualTo(1);
      assertThat(code(row).path("firstScan").asString()).isNotEmpty();

      page.reload();
      page.waitForLoadState(LoadState.NETWORKIDLE);
      assertThat(page.locator("h1").textContent()).matches("编码有效 · 您于 .+查询过");
      assertThat(sessions(row)).as("same device within half an hour").isEqualTo(1);
    }
  }

  @Test
  void isToldThatOthersLookedBefore() {
    Row row = anActiveCode();
    try (BrowserContext one = browsers.phone("zh-CN", true);
        BrowserContext other = browsers.phone("en-US", true)) {
      scan(one, row);
      Patience.until("the beacon is counted", () -> sessions(row) == 1);
      Page page = scan(other, row);
      assertThat(page.locator("h1").textContent()).startsWith("Code valid · checks so far: 1 ");
      Patience.until("the second beacon is counted", () -> sessions(row) == 2);
    }
  }

  @Test
  void countsWithAButtonWhereScriptsAreOff() {
    Row row = anActiveCode();
    try (BrowserContext phone = browsers.phone("zh-CN", false)) {
      Page page = scan(phone, row);
      assertThat(sessions(row)).isZero();
      page.locator("noscript button").click();
      assertThat(page.locator("h1").textContent()).isEqualTo("已登记");
      Patience.until("it is counted", () -> sessions(row) == 1);
      page.locator("main a.button").click();
      assertThat(page.locator("h1").textContent()).matches("编码有效 · 您于 .+查询过");
    }
  }

  @Test
  void saysThatThePackageWasOpened() {
    Row row = anActiveCode();
    try (BrowserContext phone = browsers.phone("zh-CN", true)) {
      Page page = scan(phone, row);
      Patience.until("the beacon is counted", () -> sessions(row) == 1);
      page.locator(".actions form button").click();
      assertThat(page.locator("main").textContent()).contains("刚刚拆封");
      page.locator("main a.button").click();
      Patience.until(
          "the opening shows",
          () -> {
            page.reload();
            return page.locator("main").textContent().contains("拆封登记");
          });
      assertThat(sessions(row)).isEqualTo(1);
    }
  }

  private Row anActiveCode() {
    if (!rows.hasNext()) {
      Api maker = makers.maker().api(port);
      IssuedBatch batch = Papers.of(maker).issue("signed", 10);
      makers.bench().api(port).post(batch.path("activations"), "{'first':1,'last':10}");
      rows = batch.rows().iterator();
    }
    return rows.next();
  }

  private Page scan(BrowserContext phone, Row row) {
    Page page = phone.newPage();
    page.navigate(Http.to(port).base() + row.path());
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.url()).contains("/scan/" + row.serial());
    return page;
  }

  private JsonNode code(Row row) {
    return Http.to(port).get("/api/v1/codes/" + row.serial()).json();
  }

  private long sessions(Row row) {
    return code(row).path("sessions").asLong();
  }
}
