package cn.zhenrong.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.RawHttp;
import cn.zhenrong.testing.RawHttp.Reply;
import cn.zhenrong.testing.ServiceTest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/// The switch of languages on pages that say no: it leads to the same page, nowhere else, and puts
/// nothing of what was sent into the page but as an address.
@ServiceTest
class LanguageSwitchIT {
  private static final Pattern SWITCH = Pattern.compile("class=\"switch\" href=\"([^\"]*)\"");
  private static final Pattern HEADING = Pattern.compile("(?s)<h1[^>]*>(.*?)</h1>");
  private static final String NEVER = "0000000000000000";

  @Autowired Makers makers;
  @LocalServerPort int port;

  @TestFactory
  Stream<DynamicTest> leadsToTheSamePageInTheOtherLanguageAndBack() {
    return paths().entrySet().stream()
        .map(
            entry -> DynamicTest.dynamicTest(entry.getKey(), () -> thereAndBack(entry.getValue())));
  }

  private void thereAndBack(String path) throws IOException {
    Reply zh = get(path);
    assertThat(zh.status()).isBetween(400, 499);
    assertThat(zh.body()).contains("<html lang=\"zh-CN\">");
    String there = target(zh);
    Reply en = get(there);
    assertThat(en.status()).as(there).isEqualTo(zh.status());
    assertThat(en.body()).contains("<html lang=\"en\">");
    assertThat(heading(en)).isNotEqualTo(heading(zh));
    String back = target(en);
    assertThat(heading(get(back))).as(back).isEqualTo(heading(zh));
    assertThat(target(get(back))).as("it does not grow").isEqualTo(there);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/x",
        "///evil.example",
        "/\\\\evil.example",
        "/%5cevil.example",
        "/%2f%2fevil.example",
        "/scan/..//evil.example",
        "/scan/x?lang=en&lang=//evil.example",
        "/scan?code=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "/scan?code=https://evil.example/%3Cscript%3Ealert(1)%3C/script%3E",
        "/scan/x?%22onmouseover=alert(1)&'><script>alert(1)</script>",
        "/scan/%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "/nothing?x=javascript:alert(1)//"
      })
  void leadsToNoOtherSiteAndRunsNothing(String path) throws IOException {
    Reply reply = get(path);
    assertThat(reply.status()).isBetween(400, 499);
    assertThat(reply.body())
        .doesNotContain("<script>alert", "\"onmouseover", "href=\"//", "href=\"/\\")
        .doesNotContainPattern("href=\"https?:");
    Matcher link = SWITCH.matcher(reply.body());
    if (link.find()) {
      assertThat(link.group(1)).matches("/(?![/\\\\]).*");
    }
  }

  @Test
  void whatIsTooLongToBeSentAgainLeadsHome() throws IOException {
    assertThat(target(get("/scan/x?x=" + "a".repeat(3000)))).isEqualTo("/?lang=en");
  }

  private Map<String, String> paths() {
    Member member = makers.maker();
    Row row = Papers.of(member.api(port), member.gtin(7)).issue("signed", 1).rows().getFirst();
    String gtin = member.gtin(7);
    Map<String, String> paths = new LinkedHashMap<>();
    paths.put("never issued", "/scan/" + NEVER);
    paths.put("never issued, with a signature", "/scan/" + NEVER + "?S=WS100.153&utm=a%20b");
    paths.put("never issued, printed", "/S/" + NEVER + "?S=WS100.153");
    paths.put("no product", "/01/" + member.gtin(8));
    paths.put("a bad check symbol", "/scan/7K3M9XQ2V5TAB8R9");
    paths.put("no code at all", "/scan/NOT-A-CODE");
    paths.put("the report of none", "/scan/" + NEVER + "/report");
    paths.put("the evidence of none", "/scan/" + NEVER + "/evidence");
    paths.put("the certificate of none", "/scan/" + NEVER + "/certificate.pdf");
    paths.put("wrong GTIN", row.path().replace(gtin, member.gtin(9)));
    paths.put("GTIN of bad syntax", "/01/12345/21/" + row.serial());
    paths.put("not ours", "/01/" + gtin + "/99/%22%3E?x=1&linkType=all");
    paths.put("mistyped", "/scan?code=7K3M9XQ");
    paths.put("mistyped in other letters", "/scan?code=%D0%90K3M9XQ2V5TAB8R8");
    paths.put("nothing typed", "/scan?code=");
    paths.put("elsewhere", "/scan?code=https%3A%2F%2Fevil.example%2Fscan%2F" + row.serial());
    paths.put("far too long", "/scan?code=" + "7".repeat(700));
    paths.put("nothing there", "/scan/a/b/c?x=1");
    paths.put("torn", "/scan/7K3M;9XQ2?x=1");
    paths.put("torn elsewhere", "/cases/7K3M;9XQ2?x=1");
    return paths;
  }

  private Reply get(String path) throws IOException {
    return RawHttp.send(port, "GET", path, "Accept: text/html");
  }

  private static String target(Reply reply) {
    Matcher link = SWITCH.matcher(reply.body());
    assertThat(link.find()).as(reply.body()).isTrue();
    return HtmlUtils.htmlUnescape(link.group(1));
  }

  private static String heading(Reply reply) {
    Matcher heading = HEADING.matcher(reply.body());
    assertThat(heading.find()).isTrue();
    return heading.group(1);
  }
}
