package cn.zhenrong.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.Http.Reply;
import cn.zhenrong.testing.ServiceTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/// Who gets in, and what everybody gets when something is wrong.
@ServiceTest
class FrontDoorIT {
  @Autowired Environment environment;
  private Http nobody;
  private Http association;

  @BeforeEach
  void connect() {
    nobody = Http.to(environment);
    association = nobody.as("demo-association");
  }

  @Test
  void aKeyTellsWhoOneIs() {
    Reply me = association.get("/api/v1/me");
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.json().path("role").asString()).isEqualTo("ASSOCIATION");
    assertThat(me.json().path("party").path("creditCode").asString())
        .isEqualTo("51330483DEMA00001K");
    assertThat(me.header("Set-Cookie")).as("a machine keeps no cookies").isEmpty();
    assertThat(association.post("/api/v1/parties", "{}").header("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "demo-associatio", "Demo-association", "demo-association demo-association"})
  void aWrongKeyOpensNothing(String key) {
    Reply reply = nobody.as(key).get("/api/v1/me");
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.problem()).isEqualTo("not-signed-in");
    assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @Test
  void withoutAKeyStaffPathsAreClosedAndSaySoInBothLanguages() {
    Reply reply = nobody.get("/api/v1/parties");
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    assertThat(reply.json().path("title").asString()).isEqualTo("请先登录或提供有效的 API 密钥");
    assertThat(reply.json().path("titles").path("en").asString()).startsWith("Sign in");
    assertThat(reply.json().path("requestId").asString()).isEqualTo(reply.header("X-Request-Id"));
  }

  @Test
  void theRegisterIsForTheAssociation() {
    assertThat(association.get("/api/v1/parties").status()).isEqualTo(200);
    assertThat(nobody.as("demo-maker-1").get("/api/v1/parties").status()).isEqualTo(403);
    assertThat(nobody.as("demo-qc-1").post("/api/v1/parties", "{}").status()).isEqualTo(403);
  }

  @Test
  void aPageIsPackedForWhoeverUnpacksIt() throws IOException {
    Reply plain = nobody.get("/");
    assertThat(plain.header("Content-Encoding")).isEmpty();
    URL url =
        URI.create("http://localhost:" + environment.getProperty("local.server.port")).toURL();
    HttpURLConnection phone = (HttpURLConnection) url.openConnection();
    phone.setRequestProperty("Accept-Encoding", "gzip");
    assertThat(phone.getHeaderField("Content-Encoding")).isEqualTo("gzip");
    byte[] packed = phone.getInputStream().readAllBytes();
    assertThat(packed).hasSizeLessThan(plain.bytes().length);
    try (GZIPInputStream page = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      assertThat(new String(page.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain.text());
    }
  }

  @Test
  void aPasswordOpensASessionThatNeedsItsTokenToWrite() {
    Reply signIn =
        nobody.post("/api/v1/session", "{\"login\":\"association\",\"password\":\"demo\"}");
    assertThat(signIn.status()).isEqualTo(201);
    String session =
        signIn.response().headers().allValues("Set-Cookie").stream()
            .filter(c -> c.startsWith("JSESSIONID"))
            .findFirst()
            .orElseThrow();
    assertThat(session).contains("HttpOnly").contains("SameSite=Strict");
    String cookie = session.replaceFirst(";.*", "");
    Http browser = nobody.with("Cookie", cookie);
    assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
    Reply forged = browser.post("/api/v1/parties", "{}");
    assertThat(forged.status()).isEqualTo(403);
    assertThat(browser.send("DELETE", "/api/v1/session", null, null).status()).isEqualTo(204);
    assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
  }

  @Test
  void aWrongPasswordSaysNothingMore() {
    Reply known =
        nobody.post("/api/v1/session", "{\"login\":\"association-2\",\"password\":\"x\"}");
    Reply unknown =
        nobody.post("/api/v1/session", "{\"login\":\"nobody-at-all\",\"password\":\"x\"}");
    assertThat(known.status()).isEqualTo(401);
    assertThat(unknown.json().path("title")).isEqualTo(known.json().path("title"));
  }

  @Test
  void tenWrongPasswordsCloseALoginForAWhile() {
    String body = "{\"login\":\"guessed-" + UUID.randomUUID() + "\",\"password\":\"x\"}";
    for (int i = 0; i < 10; i++) {
      assertThat(nobody.post("/api/v1/session", body).status()).isEqualTo(401);
    }
    Reply reply = nobody.post("/api/v1/session", body);
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.header("Retry-After")).isNotEmpty();
  }

  @Test
  void twoHundredKilobytesOfNestingAreRefused() {
    String nest = "[".repeat(100_000) + "]".repeat(100_000);
    assertThat(association.post("/api/v1/parties", "{\"name\":" + nest + "}").status())
        .isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "null", "{\"name\":\"a\",\"name\":\"b\"}", "{}{}", "\u0000"})
  void brokenJsonIsARequestThatCannotBeRead(String body) {
    Reply reply = association.post("/api/v1/parties", body);
    assertThat(reply.status()).isIn(400, 422);
    assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"'' | 为空", "null | 为空", "[] | JSON 对象", "\"x\" | JSON 对象", "{ | 不是有效的 JSON"})
  void saysWhyItIsNoJson(String body, String words) {
    Reply reply = association.post("/api/v1/parties", body);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/details/zh").asString()).contains(words);
  }

  @Test
  void saysThatABodyIsNotUtf8() {
    byte[] gbk = "{\"name\":\"真绒\"}".getBytes(Charset.forName("GBK"));
    Reply reply = association.send("POST", "/api/v1/parties", "application/json", gbk);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/details/zh").asString()).contains("UTF-8", "GBK");
  }

  @Test
  void aMemberNobodyReadsIsRefused() {
    Reply hold =
        association.post(
            "/api/v1/holds", "{\"scope\":{\"batch\":\"1\"},\"reason\":\"x\",\"recal\":true}");
    assertThat(hold.status()).isEqualTo(422);
    assertThat(hold.json().at("/fields/0/field").asString()).isEqualTo("recal");
    assertThat(hold.json().at("/fields/0/code").asString()).isEqualTo("json.unknown");
    assertThat(hold.json().at("/details/en").asString()).contains("recall");
    Reply odd = association.post("/api/v1/holds", "{\"scope\":{\"<script>\":1}}");
    assertThat(odd.json().at("/fields/0/field").asString()).isEqualTo("scope");
    assertThat(odd.text()).doesNotContain("<script>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/batches?limit=abc",
        "/api/v1/batches?before=x",
        "/api/v1/batches/1/labels.pdf?count=zehn",
        "/api/v1/batches/1/codes.csv?from=1.5"
      })
  void aParameterOfTheWrongTypeIsNamed(String path) {
    Reply reply = association.get(path);
    assertThat(reply.status()).as(path).isEqualTo(422);
    assertThat(reply.json().at("/fields/0/field").asString())
        .isEqualTo(path.substring(path.indexOf('?') + 1, path.indexOf('=')));
  }

  @Test
  void aBodyBeyondItsLimitIsNotRead() {
    String large = "{\"name\":\"" + "x".repeat(1_100_000) + "\"}";
    assertThat(association.post("/api/v1/parties", large).status()).isEqualTo(413);
    String medium = "{\"ruleSet\":\"" + "x".repeat(70_000) + "\"}";
    assertThat(association.post("/api/v1/conformity", medium).status()).isEqualTo(413);
  }

  @Test
  void everyBadFieldIsNamedAtOnceAndNoValueComesBack() {
    String body =
        """
        {"kind":"KING","name":"坏\\u202e名","creditCode":"91330483DEMA00011X","address":"","phone":"<script>"}
        """;
    Reply reply = association.post("/api/v1/parties", body);
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().path("fields").findValuesAsString("field"))
        .containsExactlyInAnyOrder("kind", "name", "creditCode", "address", "phone");
    assertThat(reply.text())
        .doesNotContain("<script>")
        .doesNotContain("KING")
        .doesNotContain("\u202e");
  }

  @Test
  void unknownPathsMethodsAndTypesAreProblemsToo() {
    assertThat(association.get("/api/v1/nothing").problem()).isEqualTo("not-found");
    assertThat(association.send("DELETE", "/api/v1/parties", null, null).problem())
        .isEqualTo("method-not-allowed");
    assertThat(
            association
                .send(
                    "POST",
                    "/api/v1/parties",
                    "text/plain",
                    "x".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .problem())
        .isEqualTo("unsupported-media-type");
    assertThat(association.post("/api/v1/parties/notanumber/people", "{}").problem())
        .isEqualTo("not-found");
  }

  @Test
  void noSpellingOfAStaffPathIsOpen() {
    for (String path :
        List.of(
            "/api/v1/batches",
            "/%61pi/v1/batches",
            "/api/%76%31/batches",
            "/api/v1/nothing",
            "/actuator/metrics",
            "/%61ctuator/metrics",
            "/actuator")) {
      assertThat(nobody.get(path).status()).as(path).isEqualTo(401);
      assertThat(nobody.with("Accept", "text/html").get(path).status()).as(path).isEqualTo(401);
    }
    for (String path :
        List.of(
            "//api/v1/batches",
            "/x/..;/api/v1/batches",
            "/api;x=1/v1/batches",
            "/01/../api/v1/batches",
            "/01/..;/api/v1/batches",
            "/01/%2e%2e/api/v1/batches",
            "/01/..%2fapi/v1/batches",
            "/01/..%2fapi%2fv1%2fbatches",
            "/01/..%5capi/v1/batches",
            "/api%2fv1/batches")) {
      assertThat(nobody.get(path).status()).as(path).isEqualTo(400);
    }
  }

  @Test
  void anIdempotencyKeyMakesAPostHappenOnce() {
    String key = UUID.randomUUID().toString();
    Http once = association.with("Idempotency-Key", key);
    String party = party(91);
    Reply first = once.post("/api/v1/parties", party);
    Reply second = once.post("/api/v1/parties", party);
    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    Reply other = once.post("/api/v1/parties", party(92));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
  }

  @Test
  void aRefusedPostLeavesItsKeyFree() {
    Http once = association.with("Idempotency-Key", UUID.randomUUID().toString());
    assertThat(once.post("/api/v1/parties", "{}").status()).isEqualTo(422);
    assertThat(once.post("/api/v1/parties", party(93)).status()).isEqualTo(201);
  }

  @Test
  void nobodyMakesKeysForAnotherPersonOfTheAssociation() {
    String second =
        nobody.as("demo-association-2").get("/api/v1/me").json().path("person").asString();
    Reply forged = association.post("/api/v1/people/" + second + "/keys", "{}");
    assertThat(forged.status()).isEqualTo(403);
    String party = association.post("/api/v1/parties", party(94)).json().path("id").asString();
    String people = "/api/v1/parties/" + party + "/people";
    String machine = "{\"login\":\"m-" + party + "\",\"name\":\"ERP\",\"role\":\"MAKER\"}";
    String person = association.post(people, machine).json().path("id").asString();
    Reply made = association.post("/api/v1/people/" + person + "/keys", "{}");
    assertThat(made.status()).isEqualTo(201);
    Http erp = nobody.as(made.json().path("key").asString());
    assertThat(erp.get("/api/v1/me").status()).isEqualTo(200);
    String keys = "/api/v1/people/" + person + "/keys";
    assertThat(association.send("DELETE", keys, null, null).status()).isEqualTo(204);
    assertThat(erp.get("/api/v1/me").status()).isEqualTo(401);
    String wrong = machine.replace("m-", "w-").replace("MAKER", "ASSOCIATION");
    assertThat(association.post(people, wrong).status()).isEqualTo(422);
  }

  /// A party with a credit code of its own, so that the test can run again on the same store.
  private static String party(int kind) {
    return """
    {"kind":"MAKER","name":"测试毛衫厂","creditCode":"%s","address":"测试路 1 号"}
    """
        .formatted(CreditCodes.fresh(kind));
  }
}
