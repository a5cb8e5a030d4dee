package cn.zhenrong.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.code.Serial;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.Patience;
import cn.zhenrong.testing.RawHttp;
import cn.zhenrong.testing.RawHttp.Reply;
import cn.zhenrong.testing.ServiceTest;
import cn.zhenrong.testing.Trips;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// GS1-Conformant Resolver 1.2.1, statement by statement, on the wire. The numbers are those of
/// docs/interop.md, which also says what does not apply.
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResolverConformanceIT {
  private static final String ROOT = "http://localhost:8080";
  private static final String VOC = "https://gs1.org/voc/";
  private static final String LINKSET = "application/linkset+json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Autowired Makers makers;
  @LocalServerPort int port;

  private Member member;
  private Api maker;
  private Papers papers;
  private String gtin;
  private List<Row> rows;
  private String serial;
  private String held;
  private String own;

  @BeforeAll
  void issue() {
    member = makers.maker();
    maker = member.api(port);
    gtin = member.gtin(3);
    papers = Papers.of(maker, gtin);
    IssuedBatch batch = papers.issue("signed", 4);
    rows = batch.rows();
    serial = rows.get(0).serial();
    held = rows.get(1).serial();
    assertThat(
            makers
                .association()
                .api(port)
                .post(
                    "/api/v1/holds",
                    "{'scope':{'range':{'batch':'%s','first':2,'last':2}},'reason':'复核','recall':true}"
                        .formatted(batch.id()))
                .status())
        .isEqualTo(201);
    own = Papers.of(maker).issue("compact", 1).rows().getFirst().serial();
    link(
        "{'type':'instructions','title':'洗涤说明','language':'zh','url':'https://maker.example.cn/care/zh?v=1'}");
    link(
        "{'type':'instructions','title':'Care','language':'en','url':'https://maker.example.cn/care/en'}");
    link(
        "{'type':'sustainabilityInfo','title':'Footprint','url':'https://maker.example.cn/green',"
            + "'mediaType':'text/html'}");
    link(
        "{'type':'sustainabilityInfo','title':'Footprint','url':'https://maker.example.cn/green.json',"
            + "'mediaType':'application/json'}");
  }

  private void link(String body) {
    assertThat(maker.post("/api/v1/styles/" + papers.style() + "/links", body).status())
        .isEqualTo(201);
  }

  private String product() {
    return "/01/" + gtin;
  }

  private String item() {
    return product() + "/21/" + serial;
  }

  private Reply send(String method, String path, String... headers) {
    try {
      return RawHttp.send(port, method, path, headers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reply get(String path, String... headers) {
    return send("GET", path, headers);
  }

  private JsonNode linkset(String path) {
    Reply reply = get(path, "Accept: " + LINKSET);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return JSON.readTree(reply.body());
  }

  private void assertRedirect(Reply reply, String to) {
    assertThat(reply.status()).as(reply.toString()).isEqualTo(307);
    assertThat(reply.header("Location")).isEqualTo(to);
  }

  private static List<String> headers(Reply reply, String name) {
    return reply
        .head()
        .lines()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .toList();
  }

  @Test
  @DisplayName("R1 GET, HEAD and OPTIONS; HEAD as GET without a body")
  void r1() {
    for (String path :
        List.of(
            item(),
            product(),
            "/S/" + own,
            "/01/123",
            product() + "/21/NEVER",
            item() + "?linkType=linkset",
            "/.well-known/gs1resolver")) {
      Reply get = get(path);
      Reply head = send("HEAD", path);
      assertThat(head.status()).as(path).isEqualTo(get.status());
      assertThat(head.body()).as(path).isEmpty();
      for (String name : List.of("Location", "Content-Type", "Cache-Control", "Vary", "ETag")) {
        assertThat(head.header(name)).as(path + " " + name).isEqualTo(get.header(name));
      }
      assertThat(headers(head, "Link")).isEqualTo(headers(get, "Link"));
      Reply options = send("OPTIONS", path);
      assertThat(options.status()).isEqualTo(204);
      assertThat(options.header("Access-Control-Allow-Methods")).contains("GET", "HEAD", "OPTIONS");
    }
  }

  @Test
  @DisplayName("R3 any site may read, errors too")
  void r3() {
    for (String path :
        List.of(item(), product(), "/S/" + own, "/01/123", product() + "/21/NEVER")) {
      Reply reply = get(path, "Origin: https://shop.example", "Accept: " + LINKSET);
      assertThat(headers(reply, "Access-Control-Allow-Origin")).as(path).containsExactly("*");
      assertThat(reply.header("Access-Control-Expose-Headers")).contains("Link", "Location");
      assertThat(get(path).header("Access-Control-Allow-Origin")).isEqualTo("*");
      Reply asked =
          send(
              "OPTIONS",
              path,
              "Origin: https://shop.example",
              "Access-Control-Request-Method: GET",
              "Access-Control-Request-Headers: accept");
      assertThat(asked.status()).isEqualTo(204);
      assertThat(headers(asked, "Access-Control-Allow-Origin")).containsExactly("*");
      assertThat(asked.header("Access-Control-Allow-Headers")).contains("Accept");
    }
  }

  @ParameterizedTest(name = "R4 {0}")
  @CsvSource({
    "/22/V1, false",
    "/10/L1, false",
    "/22/V1/10/L1, false",
    "/235/T1, false",
    "/10/A%2FB, false",
    "/10/A%2fB%25%3B, false",
    "/10/A;B, false",
    "/21/{s}, true",
    "/22/V1/21/{s}, true",
    "/10/L1/21/{s}, true",
    "/22/V1/10/L1/21/{s}, true",
  })
  @DisplayName("R4 every key qualifier works")
  void r4(String rest, boolean garment) {
    Reply reply = get(product() + rest.replace("{s}", serial));
    assertRedirect(reply, garment ? "/scan/" + serial : "/");
  }

  @ParameterizedTest(name = "R5 {0}")
  @ValueSource(
      strings = {
        "/01",
        "/01/",
        "/01/123",
        "/01/09521234543214",
        "/01/9521234543213",
        "/01/952123454321",
        "/01/96385074",
        "/01/{g}/foo",
        "/01/{g}/21",
        "/01/{g}/21/{s}/foo",
        "/01/{g}/21/{s}/10/L",
        "/01/{g}/10/L/22/V",
        "/01/{g}/21/{s}/21/{s}",
        "/01/{g}/235/T/21/{s}",
        "/01/{g}/17/261231",
        "/01/{g}/21/123456789012345678901",
        "/01/{g}//21/{s}",
        "/01/{g}/10/A%20B",
        "/01/{g}/10/A%23B",
        "/01/{g}/10/A%00B",
        "/01/{g}/10/A%2",
        "/01/{g}/10/A%zz",
        "/01/{g}/10/A%0D%0AB",
        "/01/{g}/10/%E4%BD%A0",
        "/01/{g}/10/A<B",
        "/01/{g}/10/A>B",
        "/01/{g}/10/A{B}",
        "/01/{g}/10/A\\B",
        "/01/{g}/10/A^B",
        "/01/{g}/10/A`B",
        "/01/{g}/10/A\"B",
        "/01/{g}/10/../10/A",
        "/01/{g}/21/{s}?10=L",
        "/01/{g}?21={s}",
        "/01/{g}/21/{s}?11=261122&11=261122",
        "/01/{g}/21/{s}?11=",
        "/01/{g}/21/{s}?999=1",
        "/01/{g}?8030=ABC",
        "/01/{g}/21/{s}?8030=A:B",
        "/ehzz",
        "/eh3016",
      })
  @DisplayName("R5 what is no GS1 Digital Link is 400: a page for people, a problem for machines")
  void r5(String template) {
    String path = template.replace("{g}", gtin).replace("{s}", serial);
    Reply page = get(path, "Accept: text/html");
    assertThat(page.status()).as(page.toString()).isEqualTo(400);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.body()).contains("<html").contains("400").doesNotContain("Tomcat");
    Reply problem = get(path, "Accept: application/json");
    assertThat(problem.status()).as(problem.toString()).isEqualTo(400);
    assertThat(problem.header("Content-Type")).startsWith("application/problem+json");
    assertThat(JSON.readTree(problem.body()).path("type").asString())
        .isEqualTo("urn:zhenrong:problem:malformed-request");
    assertThat(problem.body()).doesNotContain("Tomcat").doesNotContain("Exception");
  }

  @Test
  @DisplayName("R5 the problem names the broken rule")
  void r5Rule() {
    Reply reply = get(item() + "/10/L", "Accept: application/json");
    JsonNode problem = JSON.readTree(reply.body());
    assertThat(problem.path("rule").asString()).isEqualTo("link.order");
    assertThat(problem.path("details").path("en").asString()).contains("22, 10, 21");
  }

  @Test
  @DisplayName("R6 well-formed but unknown is 404; R26 the serial never walks up to its GTIN")
  void r6() {
    for (String path :
        List.of(
            "/01/" + member.gtin(4),
            "/01/" + member.gtin(4) + "/10/L1",
            product() + "/21/NEVER",
            product() + "/10/L1/21/NEVER",
            product() + "/21/" + own,
            "/01/" + member.gtin(4) + "/21/" + serial,
            "/S/" + serial,
            "/S/junk")) {
      Reply page = get(path, "Accept: text/html");
      assertThat(page.status()).as(path).isEqualTo(404);
      assertThat(page.header("Content-Type")).startsWith("text/html");
      assertThat(page.header("Location")).isEmpty();
      for (String accept : List.of(LINKSET, "application/json", "application/ld+json")) {
        Reply problem = get(path + "?linkType=linkset", "Accept: " + accept);
        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.header("Content-Type")).startsWith("application/problem+json");
        assertThat(JSON.readTree(problem.body()).path("type").asString())
            .isEqualTo("urn:zhenrong:problem:never-issued");
      }
    }
  }

  @Test
  @DisplayName("R8 nothing can be registered under a bad GTIN")
  void r8() {
    String bad = "{'styleNo':'X1','name':'衫','gtin':'09521234543214'}";
    assertThat(maker.post("/api/v1/styles", bad).status()).isEqualTo(422);
  }

  @Test
  @DisplayName("R9 EPC tags: SGTIN-198 is the garment, SGTIN-96 cannot carry our serial")
  void r9() {
    String tag = sgtin198(gtin, serial);
    assertRedirect(get("/eh" + tag + "?a=1"), "/scan/" + serial + "?a=1");
    assertRedirect(get("/eh" + tag + "/"), "/scan/" + serial);
    JsonNode set = linkset("/eh" + tag);
    assertThat(set.at("/linkset/0/anchor").asString()).isEqualTo(ROOT + item());
    assertRedirect(
        get("/eh" + tag + "?linkType=gs1:certificationInfo"),
        "/scan/" + serial + "/report?linkType=gs1:certificationInfo");
    Reply number = get("/eh30164596f40c0e5cbe991a83", "Accept: application/json");
    assertThat(number.status()).isEqualTo(404);
    assertThat(get("/exMBZFlvQMDly-mRqD", "Accept: text/html").status()).isEqualTo(404);
    assertThat(get("/eh" + tag + "?21=X").status()).isEqualTo(400);
  }

  @Test
  @DisplayName("R10 the older compression is not spoken: an answer, not an error of ours")
  void r10() {
    for (String path : List.of("/AQnYUc1gmiERBhQ", "/01/" + gtin + "/BcmfYZ")) {
      assertThat(get(path, "Accept: text/html").status()).as(path).isIn(400, 404);
    }
  }

  @ParameterizedTest(name = "R11 Accept: {0}")
  @ValueSource(strings = {"*/*", "text/html", "text/html,application/xml;q=0.9,*/*;q=0.8", "x", ""})
  @DisplayName("R11 nothing asked: redirect to the default link")
  void r11(String accept) {
    assertRedirect(get(item(), "Accept: " + accept), "/scan/" + serial);
    assertRedirect(get(item()), "/scan/" + serial);
    assertRedirect(get(product(), "Accept: " + accept), "/");
    assertRedirect(get("/S/" + own, "Accept: " + accept), "/scan/" + own);
  }

  @Test
  @DisplayName("R12, R13, R14 one default link a level, bare, and told again by what it is")
  void r12() {
    for (String path : List.of(item(), product(), "/S/" + own, product() + "/10/L1")) {
      for (JsonNode level : linkset(path).path("linkset")) {
        JsonNode defaults = level.path(VOC + "defaultLink");
        assertThat(defaults.size()).isEqualTo(1);
        assertThat(defaults.get(0).propertyNames()).containsExactlyInAnyOrder("href", "title");
        String href = defaults.get(0).path("href").asString();
        assertThat(level.path(VOC + "pip").findValuesAsString("href")).contains(href);
      }
    }
  }

  @ParameterizedTest(name = "R15 Accept-Language: {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "zh | ?lang=zh",
        "zh-CN,zh;q=.9,en;q=.5 | ?lang=zh",
        "en | ?lang=en",
        "en-GB,en;q=0.9 | ?lang=en",
        "fr,en;q=0.5,zh;q=0.6 | ?lang=zh",
        "fr | ''",
        "* | ''",
        "zh;q=0 | ''",
        ";;; | ''",
      })
  @DisplayName("R15, R29 the default for several readers is chosen by language, never by name")
  void r15(String language, String query) {
    assertRedirect(get(item(), "Accept-Language: " + language), "/scan/" + serial + query);
    assertRedirect(
        get(item() + "?a=1;b", "Accept-Language: " + language),
        "/scan/" + serial + (query.isEmpty() ? "?" : query + "&") + "a=1;b");
    assertRedirect(get(product(), "Accept-Language: " + language), "/" + query);
    assertThat(get(item() + "?linkType=gs1:defaultLinkMulti").status()).isEqualTo(404);
    assertThat(linkset(item()).at("/linkset/0").path(VOC + "defaultLinkMulti").size()).isEqualTo(2);
    assertRedirect(get(item() + "?lang=en", "Accept-Language: zh"), "/scan/" + serial + "?lang=en");
  }

  @Test
  @DisplayName("R16 every type in the linkset can be asked for, inherited ones too")
  void r16() {
    JsonNode levels = linkset(item()).path("linkset");
    assertThat(levels.size()).isEqualTo(2);
    int asked = 0;
    for (JsonNode level : levels) {
      for (String relation : level.propertyNames()) {
        if (relation.startsWith(VOC) && !relation.endsWith("defaultLinkMulti")) {
          String name = relation.substring(VOC.length());
          Reply reply = get(item() + "?linkType=gs1:" + name, "Accept-Language: en");
          assertThat(reply.status()).as(name).isIn(300, 307);
          asked++;
        }
      }
    }
    assertThat(asked).isGreaterThan(8);
    String care = "https://maker.example.cn/care/en";
    for (String type :
        List.of(
            "gs1:instructions",
            "gs1%3Ainstructions",
            "instructions",
            "https://gs1.org/voc/instructions",
            "https%3A%2F%2Fgs1.org%2Fvoc%2Finstructions",
            "https://ref.gs1.org/voc/instructions",
            "https%3A%2F%2Fref.gs1.org%2Fvoc%2Finstructions",
            "https://www.gs1.org/voc/instructions")) {
      for (String path : List.of(item(), product(), product() + "/10/L1")) {
        String query = "?linkType=" + type;
        assertRedirect(get(path + query, "Accept-Language: en"), care + query);
      }
    }
    assertRedirect(
        get(item() + "?linktype=gs1:instructions", "Accept-Language: zh-CN"),
        "https://maker.example.cn/care/zh?v=1&linktype=gs1:instructions");
    assertRedirect(
        get(item() + "?a=1;linkType=gs1:pip"), "/scan/" + serial + "?a=1;linkType=gs1:pip");
    assertRedirect(
        get(item() + "?linkType=gs1:defaultLink"), "/scan/" + serial + "?linkType=gs1:defaultLink");
  }

  @Test
  @DisplayName("R17 a type nobody has is 404, with the links there are for machines")
  void r17() {
    for (String path : List.of(item(), product(), "/S/" + own)) {
      for (String type : List.of("gs1:nosuchlt", "gs1:linkset", "https://x.example/y", "gs1:")) {
        Reply page = get(path + "?linkType=" + type, "Accept: text/html");
        assertThat(page.status()).as(type).isEqualTo(404);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("没有这种链接", "gs1:pip");
      }
      Reply reply = get(path + "?linkType=gs1:nosuchlt", "Accept: application/json");
      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
      assertThat(reply.body()).contains("\"linkset\":[{\"anchor\":\"" + ROOT + path);
    }
  }

  @ParameterizedTest(name = "R18 linkType={0}")
  @ValueSource(strings = {"linkset", "all"})
  @DisplayName("R18 the linkset by name, without a redirect")
  void r18(String name) {
    for (String path : List.of(item(), product(), "/S/" + own)) {
      for (String accept : List.of("*/*", "", "application/json", LINKSET)) {
        Reply reply = get(path + "?linkType=" + name, "Accept: " + accept);
        assertThat(reply.status()).isEqualTo(200);
        Gs1Schemas.assertLinkset(JSON.readTree(reply.body()));
      }
    }
  }

  @ParameterizedTest(name = "R19, R20 Accept: {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "application/linkset+json | application/linkset+json",
        "application/linkset+json, */*;q=0.1 | application/linkset+json",
        "text/html;q=0.5, application/linkset+json | application/linkset+json",
        "application/json | application/json",
        "application/json, text/plain, */* | application/json",
        "application/json;q=0.9, text/html;q=0.8 | application/json",
        "application/* | application/linkset+json",
      })
  @DisplayName("R19, R20 the linkset by Accept")
  void r19(String accept, String type) {
    for (String path : List.of(item(), product(), "/S/" + own)) {
      Reply reply = get(path, "Accept: " + accept);
      assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
      assertThat(reply.header("Content-Type")).startsWith(type);
      Gs1Schemas.assertLinkset(JSON.readTree(reply.body()));
    }
    assertThat(get(item(), "Accept: application/json;q=0.5, text/html").status()).isEqualTo(307);
    assertThat(get(item() + "?linkType=gs1:pip", "Accept: " + LINKSET).status()).isEqualTo(200);
    assertThat(get(item() + "?linkType=gs1:masterData", "Accept: application/json").status())
        .isEqualTo(307);
  }

  @Test
  @DisplayName("R21 JSON-LD has its context inside")
  void r21() {
    Reply set = get(item() + "?linkType=linkset", "Accept: application/ld+json");
    assertThat(set.header("Content-Type")).startsWith("application/ld+json");
    JsonNode document = JSON.readTree(set.body());
    assertThat(document.path("@context").path("href").asString()).isEqualTo("@id");
    assertThat(document.at("/linkset/0/anchor").asString()).isEqualTo(ROOT + item());
    Reply facts = get(item(), "Accept: application/ld+json");
    assertThat(facts.status()).isEqualTo(200);
    assertThat(JSON.readTree(facts.body()).path("@context").path("gs1").asString()).isEqualTo(VOC);
  }

  @ParameterizedTest(name = "R21 Accept: {0}")
  @ValueSource(
      strings = {
        "text/html",
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8"
      })
  @DisplayName("R21 a browser gets the linkset as a page with the same as JSON-LD inside")
  void r21Page(String accept) {
    for (String path : List.of(item(), product(), "/S/" + own)) {
      String[] english = {"Accept: " + accept, "Accept-Language: en"};
      Reply page = get(path + "?linkType=linkset", english);
      assertThat(page.status()).as(page.toString()).isEqualTo(200);
      assertThat(page.header("Content-Type")).startsWith("text/html");
      assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
      // A page is packed for whoever unpacks it, and says so beside.
      assertThat(String.join(",", headers(page, "Vary")).toLowerCase(Locale.ROOT).split(",\\s*"))
          .contains("accept", "accept-language");
      assertThat(headers(page, "Link")).isEqualTo(headers(get(path), "Link"));
      assertThat(page.body()).contains("<html lang=\"en\"", ROOT + path, "linkset&amp;lang=zh");
      String script = page.body().replaceFirst("(?s).*<script type=\"application/ld.json\">", "");
      JsonNode inside = JSON.readTree(script.substring(0, script.indexOf("</script>")));
      Reply jsonLd = get(path + "?linkType=linkset", "Accept: application/ld+json");
      assertThat(inside).isEqualTo(JSON.readTree(jsonLd.body()));
      for (String href : inside.path("linkset").findValuesAsString("href")) {
        String shown = href.startsWith(ROOT) ? href.substring(ROOT.length()) : href;
        assertThat(page.body()).contains("href=\"" + shown.replaceFirst("[?]lang=.*", ""));
      }
    }
    assertThat(
            send("HEAD", item() + "?linkType=linkset", "Accept: text/html").header("Content-Type"))
        .startsWith("text/html");
  }

  @Test
  @DisplayName("R22, R27, R28 the linkset is as GS1's schema asks")
  void r22() {
    for (String path :
        List.of(item(), product(), "/S/" + own, product() + "/21/" + held, product() + "/10/L")) {
      Gs1Schemas.assertLinkset(linkset(path));
    }
  }

  @Test
  @DisplayName(
      "R23, R24 links of every level, each under its own anchor; the serial outranks the rest")
  void r23() {
    for (String path : List.of(item(), item() + "/", product() + "/10/L1/21/" + serial)) {
      JsonNode set = linkset(path);
      assertThat(set.path("linkset").findValuesAsString("anchor"))
          .containsExactly(ROOT + item(), ROOT + product());
    }
    assertThat(linkset(product() + "/22/V/10/L1").path("linkset").findValuesAsString("anchor"))
        .containsExactly(ROOT + product());
    assertThat(linkset("/S/" + own).path("linkset").findValuesAsString("anchor"))
        .containsExactly(ROOT + "/S/" + own);
    assertRedirect(
        get(product() + "/10/L1/21/" + serial + "?linkType=gs1:pip"),
        "/scan/" + serial + "?linkType=gs1:pip");
  }

  @Test
  @DisplayName("R26 no redirect to a shorter path of ours")
  void r26() {
    for (String path : List.of(item(), product() + "/10/L1", product() + "/22/V", product())) {
      assertThat(get(path).header("Location")).doesNotContain("/01/").doesNotContain("/S/");
    }
  }

  @Test
  @DisplayName("R30 links of one type are told apart by media type")
  void r30() {
    String query = "?linkType=gs1:sustainabilityInfo";
    assertRedirect(
        get(item() + query, "Accept: application/json"),
        "https://maker.example.cn/green.json" + query);
    assertRedirect(
        get(item() + query, "Accept: text/html,*/*;q=0.8"),
        "https://maker.example.cn/green" + query);
  }

  @Test
  @DisplayName("R30 no link has a context, so none is told apart by it; it is forwarded")
  void context() {
    assertRedirect(
        get(item() + "?context=gs1:patient"), "/scan/" + serial + "?context=gs1:patient");
    String query = "?linkType=gs1:certificationInfo&context=x";
    assertRedirect(get(item() + query), "/scan/" + serial + "/report" + query);
    JsonNode description = JSON.readTree(get("/.well-known/gs1resolver").body());
    assertThat(description.propertyNames()).noneMatch(name -> name.startsWith("supportedContext"));
  }

  @Test
  @DisplayName("R31 what the request does not decide is 300 with the candidates")
  void r31() {
    for (String accept : List.of("*/*", LINKSET.replace("linkset+json", "xml"))) {
      Reply reply = get(item() + "?linkType=gs1:instructions", "Accept: " + accept);
      assertThat(reply.status()).isEqualTo(300);
      assertThat(reply.header("Location")).isEmpty();
      JsonNode set = JSON.readTree(reply.body());
      Gs1Schemas.assertLinkset(set);
      assertThat(set.at("/linkset/0/anchor").asString()).isEqualTo(ROOT + product());
      assertThat(set.findValuesAsString("href"))
          .containsExactly(
              "https://maker.example.cn/care/zh?v=1", "https://maker.example.cn/care/en");
    }
    Reply page =
        get(item() + "?linkType=gs1:instructions", "Accept-Language: fr", "Accept: text/html");
    assertThat(page.status()).isEqualTo(300);
    assertThat(page.body())
        .contains("请选择", "https://maker.example.cn/care/zh?v=1", "maker.example.cn/care/en")
        .doesNotContain("maker.example.cn/green");
  }

  @Test
  @DisplayName("R32, R33, R34 the Link header: the linkset, its context, and no link of a type")
  void r32() {
    for (String path : List.of(item(), product(), "/S/" + own)) {
      String linkset =
          "<"
              + ROOT
              + path
              + "?linkType=linkset>; rel=\"linkset\"; type=\"application/linkset+json\"";
      assertThat(headers(get(path), "Link")).containsExactly(linkset);
      assertThat(headers(get(path, "Accept: " + LINKSET), "Link"))
          .containsExactly(
              linkset,
              "<https://ref.gs1.org/standards/resolver/linkset-context>;"
                  + " rel=\"http://www.w3.org/ns/json-ld#context\"; type=\"application/ld+json\"");
      assertThat(get(path).header("Vary")).contains("Accept", "Accept-Language");
    }
  }

  @ParameterizedTest(name = "R35 ?{0}")
  @ValueSource(
      strings = {
        "foo=bar",
        "a=1;b=2",
        "flag",
        "flag&a=&=b&&c",
        "&&&",
        "x=%e4%BD%a0+1%20/?",
        "x=100%&y=%zz",
        "17=261231&240=A-1",
        "S=a&S=b",
        "",
        "x={y}|z"
      })
  @DisplayName("R35 the whole query goes along, byte for byte")
  void r35(String query) {
    assertRedirect(get(item() + "?" + query), "/scan/" + serial + "?" + query);
    assertRedirect(get("/S/" + own + "?" + query), "/scan/" + own + "?" + query);
    assertRedirect(get(product() + "?" + query.replace("8030", "x")), "/?" + query);
    String typed = "linkType=gs1:instructions" + (query.isEmpty() ? "" : "&" + query);
    assertRedirect(
        get(item() + "?" + typed, "Accept-Language: zh"),
        "https://maker.example.cn/care/zh?v=1&" + typed);
  }

  @Test
  @DisplayName("R36 a slash at the end changes nothing")
  void r36() {
    for (String path : List.of(item(), product(), "/S/" + own, product() + "/10/L1")) {
      assertThat(get(path + "/").header("Location")).isEqualTo(get(path).header("Location"));
      assertThat(linkset(path + "/")).isEqualTo(linkset(path));
    }
  }

  @Test
  @DisplayName("R37 a maker's types are GS1's own")
  void r37() {
    for (String type :
        List.of("pip", "https://maker.example/instructions", "gs1:certificationInfo")) {
      assertThat(
              maker
                  .post(
                      "/api/v1/styles/" + papers.style() + "/links",
                      "{'type':'%s','title':'x','url':'https://a.example.cn/'}".formatted(type))
                  .status())
          .isEqualTo(422);
    }
  }

  @Test
  @DisplayName("R38, R39 the description of the resolver")
  void r38() {
    Reply reply = get("/.well-known/gs1resolver");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).startsWith("application/json");
    JsonNode description = JSON.readTree(reply.body());
    Gs1Schemas.assertDescription(description);
    assertThat(description.path("resolverRoot").asString()).isEqualTo(ROOT);
    assertThat(description.path("supportedPrimaryKeys").toString()).isEqualTo("[\"01\"]");
    assertThat(get("/.well-known/gs1resolver", "If-None-Match: " + reply.header("ETag")).status())
        .isEqualTo(304);
  }

  @Test
  @DisplayName("what is said of a product may be kept a minute, of a garment never")
  void caching() {
    for (String accept : List.of(LINKSET, "application/json", "application/ld+json")) {
      Reply first = get(product(), "Accept: " + accept);
      assertThat(first.header("Cache-Control")).isEqualTo("max-age=60, public");
      String tag = first.header("ETag");
      assertThat(tag).isNotEmpty();
      Reply again = get(product(), "Accept: " + accept, "If-None-Match: " + tag);
      assertThat(again.status()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      Reply garment = get(item(), "Accept: " + accept);
      assertThat(garment.header("Cache-Control")).isEqualTo("no-store");
      assertThat(garment.header("ETag")).isEmpty();
    }
  }

  @Test
  @DisplayName("a recall has its link, and only then")
  void recall() {
    String query = "?linkType=gs1:recallStatus";
    assertRedirect(get(product() + "/21/" + held + query), "/scan/" + held + query);
    assertThat(get(item() + query).status()).isEqualTo(404);
  }

  @Test
  @DisplayName("a linkset costs no call of a store while its batch and style are known")
  void linksetFromMemory() {
    linkset(item());
    linkset(product());
    String other = product() + "/21/" + rows.get(2).serial();
    assertThat(
            Trips.of(() -> {
              linkset(other);
              linkset(product());
            }))
        .isEmpty();
  }

  @Test
  @DisplayName("every link of ours leads somewhere")
  void targets() {
    for (String path : List.of(item(), "/S/" + own, product())) {
      for (String href : linkset(path).findValuesAsString("href")) {
        if (href.startsWith(ROOT)) {
          Reply reply = get(href.substring(ROOT.length()));
          assertThat(reply.status()).as(href).isEqualTo(200);
        }
      }
    }
  }

  @Test
  @DisplayName("a maker's link is there within moments, and gone again")
  void makersLink() {
    String style = Papers.of(maker, member.gtin(6)).style();
    String path = "/01/" + member.gtin(6) + "?linkType=gs1:recallStatus";
    assertThat(get(path).status()).isEqualTo(404);
    String links = "/api/v1/styles/" + style + "/links";
    Api.Answer added =
        maker.post(
            links,
            "{'type':'recallStatus','title':'召回 <b>&','url':'https://maker.example.cn/recall'}");
    Patience.until("the link shows", () -> get(path).status() == 307);
    Reply set = get("/01/" + member.gtin(6), "Accept: " + LINKSET);
    assertThat(JSON.readTree(set.body()).findValuesAsString("title")).contains("召回 <b>&");
    assertThat(maker.delete(links + "/" + added.text("id")).status()).isEqualTo(204);
    Patience.until("the link is gone", () -> get(path).status() == 404);
  }

  @Test
  @DisplayName("JSON-LD of a garment: facts in GS1's and schema.org's terms, exact percentages")
  void jsonLdOfAGarment() {
    for (String path : List.of(item(), "/S/" + own, "/api/v1/codes/" + serial)) {
      Reply reply = get(path, "Accept: application/ld+json");
      assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
      assertThat(reply.header("Content-Type")).startsWith("application/ld+json");
      assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
      JsonNode item = JSON.readTree(reply.body());
      assertThat(item.path("@type").toString())
          .isEqualTo("[\"gs1:Clothing\",\"schema:IndividualProduct\"]");
      assertThat(item.path("gs1:textileMaterial").toString())
          .contains("\"gs1:textileMaterialPercentage\":95}", "\"@value\":\"山羊绒\"", "cashmere");
      assertThat(item.at("/gs1:certification/0/gs1:certificationAgency").asString())
          .isEqualTo("江南试验检测中心");
      assertThat(item.at("/gs1:certification/0/gs1:certificationStatus").asString())
          .isEqualTo("ACTIVE");
      assertThat(item.path("gs1:pip").get(0).path("@id").asString()).startsWith(ROOT + "/scan/");
    }
    JsonNode garment = JSON.readTree(get(item(), "Accept: application/ld+json").body());
    assertThat(garment.path("@id").asString()).isEqualTo(ROOT + item());
    assertThat(garment.path("gs1:gtin").asString()).isEqualTo(gtin);
    assertThat(garment.path("gs1:hasSerialNumber").asString()).isEqualTo(serial);
    assertThat(garment.path("schema:serialNumber").asString()).isEqualTo(serial);
    JsonNode plain = JSON.readTree(get("/S/" + own, "Accept: application/ld+json").body());
    assertThat(plain.has("gs1:gtin")).isFalse();
    assertThat(plain.path("@id").asString()).isEqualTo(ROOT + "/S/" + own);
  }

  @Test
  @DisplayName("JSON-LD of a product tells what is true of all its garments")
  void jsonLdOfAProduct() {
    JsonNode product = JSON.readTree(get(product(), "Accept: application/ld+json").body());
    assertThat(product.path("@id").asString()).isEqualTo(ROOT + product());
    assertThat(product.path("@type").toString())
        .isEqualTo("[\"gs1:Clothing\",\"schema:ProductModel\"]");
    assertThat(product.path("schema:gtin").asString()).isEqualTo(gtin);
    assertThat(product.path("gs1:instructions").size()).isEqualTo(2);
    assertThat(product.has("gs1:textileMaterial")).isFalse();
    assertThat(product.has("gs1:hasSerialNumber")).isFalse();
  }

  private static String sgtin198(String gtin, String serial) {
    StringBuilder bits = new StringBuilder("00110110" + "001" + "101");
    bits.append(bits(Long.parseLong(gtin.substring(1, 8)), 24));
    bits.append(bits(Long.parseLong(gtin.charAt(0) + gtin.substring(8, 13)), 20));
    serial.chars().forEach(c -> bits.append(bits(c, 7)));
    bits.append("0".repeat(208 - bits.length()));
    assertThat(Serial.read(serial)).isPresent();
    String hex = new BigInteger(bits.toString(), 2).toString(16);
    return "0".repeat(bits.length() / 4 - hex.length()) + hex;
  }

  private static String bits(long number, int count) {
    String bits = Long.toBinaryString(number);
    return "0".repeat(count - bits.length()) + bits;
  }

  @Test
  @DisplayName("the plain request and the resolver agree")
  void plain() {
    Stream.of(item(), "/S/" + own)
        .forEach(path -> {
          assertThat(PlainRequest.isPlain(path, "S=x&a", "*/*")).isTrue();
          assertThat(get(path + "?S=x&a", "Accept-Language: en").header("Location"))
              .isEqualTo(
                  PlainRequest.location(
                      "/scan/" + path.substring(path.lastIndexOf('/') + 1), "S=x&a", "en"));
        });
  }
}
