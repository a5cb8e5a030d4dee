package cn.zhenrong.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.LogTap;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.RawHttp;
import cn.zhenrong.testing.ServiceTest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/// Serials written with signs that only look like ours. What code-format §1 folds is the code
/// itself; everything else is no code, on every way in, and never comes back as it was sent.
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookalikesIT {
  private static final Map<Character, String> CYRILLIC =
      Map.of(
          'A', "А", 'B', "В", 'E', "Е", 'K', "К", 'M', "М", 'H', "Н", 'P', "Р", 'C', "С", 'T', "Т",
          'X', "Х");
  private static final Map<Character, String> GREEK =
      Map.of(
          'A', "Α", 'B', "Β", 'E', "Ε", 'H', "Η", 'K', "Κ", 'M', "Μ", 'N', "Ν", 'P', "Ρ", 'T', "Τ",
          'X', "Χ");
  private static final String LATIN = "ABEKMHPTX";

  @Autowired Makers makers;
  @LocalServerPort int port;

  private Member member;
  private Row row;

  @BeforeAll
  void issue() {
    member = makers.maker();
    row =
        Papers.of(member.api(port), member.gtin(2)).issue("compact", 60).rows().stream()
            .filter(one -> one.serial().substring(1).matches(".*[" + LATIN + "].*"))
            .filter(one -> one.serial().substring(1).matches(".*[02-9].*"))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void whatTheFormatFoldsIsTheCode() throws IOException {
    String serial = row.serial();
    Map<String, String> written = new LinkedHashMap<>();
    written.put("full width", shifted(serial, 0xFF10, 0xFF21));
    written.put("mathematical bold", shifted(serial, 0x1D7CE, 0x1D400));
    written.put("mathematical monospace, small", shifted(serial, 0x1D7F6, 0x1D68A));
    written.put("ideographic spaces", row.human().replace('-', '\u3000'));
    written.put("dashes of a typesetter", row.human().replace('-', '\u2013'));
    written.put("soft hyphens", row.human().replace('-', '\u00AD'));
    written.put("no-break spaces", row.human().replace('-', '\u00A0'));
    for (Map.Entry<String, String> one : written.entrySet()) {
      List<Integer> statuses = everywhere(one.getValue());
      assertThat(statuses).as(one.getKey()).containsExactly(200, 303, 307, 200);
      assertThat(bulk(one.getValue())).as(one.getKey()).isEqualTo("NOT_ACTIVATED " + serial);
    }
  }

  @Test
  void everythingElseThatLooksLikeItIsNoCode() throws IOException {
    try (LogTap log = new LogTap("WARN", "org.apache", "org.springframework", "cn.zhenrong")) {
      for (Map.Entry<String, String> one : strange().entrySet()) {
        List<Integer> statuses = everywhere(one.getValue());
        assertThat(statuses).as(one.getKey()).hasSize(4).isSubsetOf(400, 404);
        assertThat(statuses.getFirst()).as("the page of " + one.getKey()).isEqualTo(404);
        assertThat(bulk(one.getValue())).as(one.getKey()).isEqualTo("NEVER_ISSUED null");
      }
      assertThat(log.texts()).isEmpty();
    }
  }

  @Test
  void nothingInvisibleComesBack() {
    Http http = Http.to(port);
    for (Map.Entry<String, String> one : strange().entrySet()) {
      Http.Reply form = http.get("/scan?code=" + encoded(one.getValue()));
      assertThat(form.text())
          .as(one.getKey())
          .doesNotContainPattern("[\\p{Cf}\\p{Mn}\\p{Me}\\p{Co}\\p{Cn}]")
          .doesNotContain("%E2%80%AE")
          .doesNotContain("%CC%81");
      assertThat(http.get("/scan/" + encoded(one.getValue())).text())
          .as(one.getKey())
          .doesNotContain(one.getValue());
    }
    assertThat(http.get("/scan?code=%E2%80%AE" + "ABC-DEF").text()).contains("ABC-DEF");
  }

  @Test
  void bytesThatAreNoTextAreNobodysFault() throws IOException {
    String tail = row.serial().substring(1);
    for (String bytes :
        List.of("%ED%A0%80", "%C0%B0", "%FF", "%F4%90%80%80", "%E2%80", "%00", "%0A", "%1B")) {
      for (String path : List.of("/scan/", "/scan?code=", "/S/", "/api/v1/codes/")) {
        int status = RawHttp.send(port, "GET", path + bytes + tail).status();
        assertThat(status).as(path + bytes).isIn(400, 404);
      }
    }
  }

  /// Who asks under another name, or claims that a proxy did, gets the same links as everybody.
  @Test
  void noHeaderChangesWhereLinksLead() throws IOException {
    String own = row.bare();
    String[][] claims = {
      {"Host: evil.example"},
      {"Host: evil.example:443", "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https"},
      {"Host: x", "Forwarded: host=evil.example;proto=https"},
      {"Host: x", "X-Forwarded-Prefix: /evil.example", "X-Original-URL: /evil.example"},
      {"Host: x", "X-Rewrite-URL: //evil.example/", "X-Forwarded-Port: 666"},
    };
    for (String[] claim : claims) {
      RawHttp.Reply redirect = RawHttp.send(port, "GET", own, claim);
      assertThat(redirect.status()).isEqualTo(307);
      assertThat(redirect.header("Location")).isEqualTo("/scan/" + row.serial());
      for (String path : List.of("/scan/" + row.serial(), "/", "/scan/x", "/scan?code=x")) {
        RawHttp.Reply page = RawHttp.send(port, "GET", path, claim);
        assertThat(page.head() + page.body()).as(path).doesNotContain("evil").doesNotContain("666");
      }
    }
    RawHttp.Reply absolute = RawHttp.send(port, "GET", "http://evil.example" + own);
    assertThat(absolute.status()).isEqualTo(307);
    assertThat(absolute.header("Location")).isEqualTo("/scan/" + row.serial());
    assertThat(RawHttp.send(port, "GET", "//evil.example/" + row.serial()).status()).isIn(400, 404);
  }

  /// What looks like the code and is none.
  private Map<String, String> strange() {
    String serial = row.serial();
    int at = 1;
    while (LATIN.indexOf(serial.charAt(at)) < 0) {
      at++;
    }
    char letter = serial.charAt(at);
    int digit = 1;
    while ("023456789".indexOf(serial.charAt(digit)) < 0) {
      digit++;
    }
    int value = serial.charAt(digit) - '0';
    Map<String, String> strange = new LinkedHashMap<>();
    strange.put("Cyrillic", with(serial, at, String.valueOf(CYRILLIC.get(letter))));
    strange.put("Greek", with(serial, at, String.valueOf(GREEK.get(letter))));
    strange.put("Arabic digit", with(serial, digit, Character.toString(0x0660 + value)));
    strange.put("Persian digit", with(serial, digit, Character.toString(0x06F0 + value)));
    strange.put("Devanagari digit", with(serial, digit, Character.toString(0x0966 + value)));
    strange.put("Lisu letter", with(serial, at, "\uA4D0"));
    strange.put("acute accent", with(serial, at, letter + "\u0301"));
    strange.put("enclosing circle", with(serial, at, letter + "\u20DD"));
    strange.put("variation selector", with(serial, at, letter + "\uFE0F"));
    strange.put("zero width space", with(serial, at, "\u200B" + letter));
    strange.put("zero width joiner", with(serial, at, "\u200D" + letter));
    strange.put("word joiner", with(serial, at, "\u2060" + letter));
    strange.put("byte order mark", "\uFEFF" + serial);
    strange.put("right-to-left override", "\u202E" + new StringBuilder(serial).reverse());
    strange.put("override in the middle", with(serial, at, "\u202E" + letter + "\u202C"));
    strange.put("isolate", "\u2066" + serial + "\u2069");
    strange.put("Arabic letter mark", serial + "\u061C");
    strange.put("tag letter", serial + Character.toString(0xE0041));
    strange.put("private use", serial + "\uE000");
    strange.put("unassigned", serial + Character.toString(0x50000));
    strange.put("interlinear annotation", serial + "\uFFF9");
    strange.put("hangul filler", serial + "\u3164");
    return strange;
  }

  /// Page, form, resolver and JSON.
  private List<Integer> everywhere(String text) throws IOException {
    String code = encoded(text);
    return List.of(
        RawHttp.send(port, "GET", "/scan/" + code, "Accept: text/html").status(),
        RawHttp.send(port, "GET", "/scan?code=" + code, "Accept: text/html").status(),
        RawHttp.send(port, "GET", "/01/" + member.gtin(2) + "/21/" + code).status(),
        RawHttp.send(port, "GET", "/api/v1/codes/" + code, "Accept: application/json").status());
  }

  /// Each time by somebody else: the limit is a key's.
  private String bulk(String text) {
    String body = JsonMapper.builder().build().writeValueAsString(Map.of("codes", List.of(text)));
    Api.Answer answer = makers.maker().api(port).post("/api/v1/codes/check", body);
    var result = answer.json().path("results").path(0);
    return result.path("verdict").path("code").asString()
        + " "
        + result.path("code").asString("null");
  }

  private static String with(String serial, int at, String instead) {
    return serial.substring(0, at) + instead + serial.substring(at + 1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// The same signs from another alphabet's block.
  private static String shifted(String serial, int zero, int a) {
    StringBuilder text = new StringBuilder();
    for (char c : serial.toCharArray()) {
      text.appendCodePoint(c <= '9' ? zero + c - '0' : a + c - 'A');
    }
    return text.toString();
  }
}
