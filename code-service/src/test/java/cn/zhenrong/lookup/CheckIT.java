package cn.zhenrong.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.ServiceTest;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Many codes at once: the same truth as one by one.
@ServiceTest
class CheckIT {
  private static final String PATH = "/api/v1/codes/check";

  @Autowired Makers makers;
  @LocalServerPort int port;

  @Test
  void saysOfEachCodeWhatThePublicAnswerSays() {
    Member member = makers.maker();
    IssuedBatch batch = Papers.of(member.api(port), member.gtin(3)).issue("signed", 6);
    Row[] rows = batch.rows().toArray(Row[]::new);
    Api bench = makers.bench().api(port);
    assertThat(bench.post(batch.path("activations"), "{'first':1,'last':4}").status())
        .isEqualTo(200);
    String voided = "/api/v1/codes/" + rows[1].serial() + "/void";
    assertThat(member.api(port).post(voided, "{'reason':'DAMAGED'}").status()).isEqualTo(200);

    List<String> asked =
        List.of(
            rows[5].serial(),
            rows[0].human().toLowerCase(java.util.Locale.ROOT),
            rows[2].url(),
            rows[1].url(),
            rows[3].url().replace(member.gtin(3), member.gtin(4)),
            rows[3].url().replaceFirst("S=[^.]+", "S=WS100"),
            "0000000000000000",
            "hello",
            "");
    JsonNode results = checked(asked);

    assertThat(results.size()).isEqualTo(asked.size());
    String[] serials = {
      rows[5].serial(),
      rows[0].serial(),
      rows[2].serial(),
      rows[1].serial(),
      rows[3].serial(),
      rows[3].serial()
    };
    for (int i = 0; i < serials.length; i++) {
      assertThat(results.path(i).path("code").asString()).isEqualTo(serials[i]);
    }
    assertThat(verdicts(results))
        .containsExactly(
            "NOT_ACTIVATED",
            "VALID_FIRST",
            "VALID_FIRST",
            "VOID",
            "NEVER_ISSUED",
            "SIGNATURE_MISMATCH",
            "NEVER_ISSUED",
            "NEVER_ISSUED",
            "NEVER_ISSUED");
    assertThat(results.path(6).path("code").asString()).isEqualTo("0000000000000000");
    assertThat(results.path(7).path("code").isNull()).isTrue();
    assertThat(results.path(6).path("status").asString()).isEqualTo("NEVER_ISSUED");
    assertThat(results.path(6).path("composition").isEmpty()).isTrue();
    for (int i : new int[] {0, 1, 3}) {
      JsonNode one = new Api(port, "").get("/api/v1/codes/" + serials[i]).json();
      JsonNode same = results.path(i);
      assertThat(same.path("status")).isEqualTo(one.path("status"));
      assertThat(same.path("verdict").path("code")).isEqualTo(one.path("verdict").path("code"));
      assertThat(same.path("verdict").path("title")).isEqualTo(one.path("verdict").path("title"));
      assertThat(same.path("composition").path(0).path("fibres"))
          .isEqualTo(one.path("composition").path(0).path("fibres"));
    }
  }

  @Test
  void saysWhatTheCodeItselfCannotTell() {
    Member member = makers.maker();
    IssuedBatch batch = Papers.of(member.api(port)).issue("compact", 2);
    Row one = batch.rows().getFirst();
    Row two = batch.rows().getLast();
    String wrong = one.serial().substring(0, 15) + (one.serial().endsWith("0") ? '1' : '0');
    JsonNode results =
        checked(
            List.of(
                one.serial(),
                one.human(),
                one.url(),
                two.url().replaceFirst("//[^/]+", "//evil.example"),
                wrong,
                "6901234567892"));
    assertThat(notices(results))
        .containsExactly(
            List.of("REPEATED"),
            List.of("REPEATED"),
            List.of("REPEATED"),
            List.of("OTHER_SITE"),
            List.of("CHECK_SYMBOL"),
            List.of("NOT_A_SERIAL"));
    assertThat(results.path(0).path("notices").path(0).path("words").path("zh").asString())
        .contains("3 次");
    assertThat(notices(checked(List.of(two.url(), one.serial())))).containsOnly(List.of());
  }

  private static List<List<String>> notices(JsonNode results) {
    return results.findValues("notices").stream()
        .map(notices ->
            notices.values().stream().map(notice -> notice.path("code").asString()).toList())
        .toList();
  }

  @Test
  void countsNoVerificationAndIsNotKept() {
    Member member = makers.maker();
    IssuedBatch batch = Papers.of(member.api(port)).issue("compact", 1);
    String serial = batch.rows().getFirst().serial();
    Answer answer = caller().postOnce(PATH, "{'codes':['" + serial + "']}", "check-" + serial);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.json().path("results").path(0).path("verdict").path("code").asString())
        .isEqualTo("NOT_ACTIVATED");
    assertThat(new Api(port, "").get("/api/v1/codes/" + serial).json().path("sessions").asLong())
        .isZero();
    makers.bench().api(port).post(batch.path("activations"), "{'first':1,'last':1}");
    assertThat(
            caller()
                .postOnce(PATH, "{'codes':['" + serial + "']}", "check-" + serial)
                .json()
                .path("results")
                .path(0)
                .path("verdict")
                .path("code")
                .asString())
        .as("the same key asks again")
        .isEqualTo("VALID_FIRST");
  }

  @Test
  void takesUpToFiveHundredAndNeedsAKey() {
    assertThat(checked(Collections.nCopies(500, "x")).size()).isEqualTo(500);
    for (String body :
        List.of(
            "{}", "{'codes':null}", "{'codes':[]}", "{'codes':[" + "'x',".repeat(500) + "'x']}")) {
      Answer answer = caller().post(PATH, body);
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.fields()).containsExactly("codes codes.count");
    }
    assertThat(caller().post(PATH, "{'codes':[1]}").fields())
        .containsExactly("codes[0] json.not-text");
    assertThat(caller().post(PATH, "{'codes':['" + "x".repeat(300_000) + "']}").status())
        .isEqualTo(413);
    assertThat(new Api(port, "").post(PATH, "{'codes':['x']}").status()).isEqualTo(401);
    assertThat(makers.bench().api(port).post(PATH, "{'codes':['x',null]}").status()).isEqualTo(200);
  }

  private JsonNode checked(List<String> codes) {
    String body = "{'codes':['" + String.join("','", codes) + "']}";
    Answer answer = caller().post(PATH, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json().path("results");
  }

  /// A key of its own each time: the limit is a key's.
  private Api caller() {
    return makers.maker().api(port);
  }

  private static List<String> verdicts(JsonNode results) {
    return results.findValues("verdict").stream()
        .map(verdict -> verdict.path("code").asString())
        .toList();
  }
}
