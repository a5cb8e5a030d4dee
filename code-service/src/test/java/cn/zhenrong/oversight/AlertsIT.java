package cn.zhenrong.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.Batches;
import cn.zhenrong.scan.CloneRule;
import cn.zhenrong.scan.ProbingSeen;
import cn.zhenrong.scan.Province;
import cn.zhenrong.scan.SampleSignals;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.ServiceTest;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class AlertsIT {
  private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
  private static final Instant NEXT_DAY = NOON.plusSeconds(86_400);

  @Autowired Makers makers;
  @Autowired Batches batches;
  @Autowired ApplicationContext context;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private Api maker;
  private Api association;
  private Batch batch;
  private SampleSignals signals;

  @BeforeEach
  void aBatch() {
    maker = makers.maker().api(port);
    association = makers.association().api(port);
    batch = batch(300);
    signals = new SampleSignals(context, batch);
  }

  private Batch batch(int codes) {
    String id = Papers.of(maker, 20_000).issue("compact", codes).id();
    return batches.find(new BatchId(Long.parseLong(id))).orElseThrow();
  }

  @Test
  void oneAlertACauseWithItsDaysAndCodes() {
    signals.hit(CloneRule.TOO_MANY_DEVICES, 1, 150, NOON, Province.BEIJING);
    signals.hit(CloneRule.TOO_MANY_DEVICES, 149, 151, NEXT_DAY, Province.HUNAN);
    signals.hit(CloneRule.TWO_OPENINGS, 1, 1, NOON, Province.BEIJING);

    assertThat(open()).hasSize(2);
    JsonNode alert = open(CloneRule.TOO_MANY_DEVICES);
    assertThat(alert.path("status").asString()).isEqualTo("OPEN");
    assertThat(alert.path("firstAt").asString()).isEqualTo("2026-11-20T03:59:00Z");
    assertThat(alert.path("lastAt").asString()).isEqualTo("2026-11-21T04:00:00Z");
    assertThat(alert.path("hits").asInt()).isEqualTo(153);
    assertThat(alert.path("codes").asInt()).isEqualTo(151);
    assertThat(alert.path("samples").size()).isEqualTo(5);
    assertThat(alert.path("maker").asString()).isEqualTo(batch.party().toString());
    assertThat(alert.path("name").path("zh").asString()).isEqualTo("查询设备过多");
    assertThat(alert.path("provinces").size()).isEqualTo(2);

    Answer whole = association.get("/api/v1/alerts/" + id(alert));
    assertThat(whole.json().path("timeline").toString())
        .isEqualTo(
            """
            [{"day":"2026-11-21","hits":3,"codes":1},{"day":"2026-11-20","hits":150,"codes":150}]\
            """);
    assertThat(whole.json().path("codes").size()).isEqualTo(100);
    assertThat(whole.json().at("/codes/0/serial").asString())
        .isEqualTo(alert.at("/samples/0").asString());
    assertThat(whole.json().path("next").asInt()).isEqualTo(100);
    JsonNode rest = association.get("/api/v1/alerts/" + id(alert) + "?after=100").json();
    assertThat(rest.path("codes").size()).isEqualTo(51);
    assertThat(rest.has("next")).isFalse();
    assertThat(rest.at("/codes/48/hits").asInt()).isEqualTo(2);
  }

  @Test
  void tenThousandHitsOfOneCauseAreOneAlert() {
    Batch large = batch(10_000);
    SampleSignals many = new SampleSignals(context, large);
    for (int first = 1; first <= 10_000; first += 500) {
      many.hit(CloneRule.ONE_DEVICE_MANY_CODES, first, first + 499, NOON, Province.BEIJING);
    }

    List<JsonNode> found = of(large, "");
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().path("codes").asInt()).isEqualTo(10_000);
    assertThat(found.getFirst().path("hits").asInt()).isEqualTo(10_000);
  }

  @Test
  void aFalseAlarmIsShownNoLongerAndItsCodesRaiseNothingMore() {
    signals.hit(CloneRule.TOO_MANY_DEVICES, 1, 3, NOON, Province.BEIJING);
    String id = id(open(CloneRule.TOO_MANY_DEVICES));

    Answer closed = close(id, "FALSE_ALARM");

    assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
    assertThat(closed.json().at("/alert/status").asString()).isEqualTo("CLOSED");
    assertThat(closed.json().at("/alert/words").asString()).isEqualTo("查过了");
    assertThat(closed.json().at("/codes/0/dismissedAt").asString()).isNotEmpty();
    assertThat(open()).isEmpty();
    assertThat(of(batch, "?status=CLOSED&limit=200")).hasSize(1);
    assertThat(
            jdbc.sql("SELECT words FROM audit WHERE action = 'alert.close' AND subject = ?")
                .param("alert/" + id)
                .query(String.class)
                .single())
        .isEqualTo("FALSE_ALARM: 查过了");

    signals.hit(CloneRule.TOO_MANY_DEVICES, 1, 3, NEXT_DAY, Province.BEIJING);
    assertThat(open()).isEmpty();
    signals.hit(CloneRule.TOO_MANY_DEVICES, 3, 4, NEXT_DAY, Province.BEIJING);
    assertThat(open(CloneRule.TOO_MANY_DEVICES).path("codes").asInt()).isEqualTo(1);
  }

  @Test
  void aClosedCaseIsOpenedAnewByNewCodesOnly() {
    signals.hit(CloneRule.TWO_OPENINGS, 1, 3, NOON, Province.BEIJING);
    assertThat(close(id(open(CloneRule.TWO_OPENINGS)), "CASE").status()).isEqualTo(200);

    signals.hit(CloneRule.TWO_OPENINGS, 1, 3, NEXT_DAY, Province.BEIJING);
    assertThat(open()).isEmpty();

    signals.hit(CloneRule.TWO_OPENINGS, 4, 4, NEXT_DAY, Province.BEIJING);
    assertThat(open()).hasSize(1);
  }

  @Test
  void anAlertIsClosedOnceAndNothingIsHeldByIt() {
    signals.hit(CloneRule.TWO_OPENINGS, 1, 1, NOON, Province.BEIJING);
    String id = id(open(CloneRule.TWO_OPENINGS));
    int holds = association.get("/api/v1/holds?limit=200").json().size();

    assertThat(close(id, "HOLD").status()).isEqualTo(200);
    Answer again = close(id, "FALSE_ALARM");

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().at("/details/zh").asString()).isEqualTo("此预警已经办结");
    assertThat(association.get("/api/v1/alerts/" + id).json().at("/alert/outcome").asString())
        .isEqualTo("HOLD");
    assertThat(association.get("/api/v1/holds?limit=200").json().size()).isEqualTo(holds);
  }

  @Test
  void pagesGoOnWhereTheLastEnded() {
    for (CloneRule rule :
        List.of(
            CloneRule.TWO_OPENINGS, CloneRule.TOO_MANY_DEVICES, CloneRule.VERIFIED_AFTER_VOID)) {
      signals.hit(rule, 1, 1, NOON, Province.BEIJING);
    }
    List<String> all = open().stream().map(AlertsIT::id).toList();

    assertThat(all).hasSize(3);
    assertThat(all.stream().map(Long::valueOf).toList())
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
    JsonNode page = association.get("/api/v1/alerts?limit=1&before=" + all.getFirst()).json();
    assertThat(page.size()).isEqualTo(1);
    assertThat(id(page.get(0))).isEqualTo(all.get(1));
  }

  @Test
  void othersThanTheAssociationAreRefused() {
    signals.hit(CloneRule.TWO_OPENINGS, 1, 1, NOON, Province.BEIJING);
    String path = "/api/v1/alerts/" + id(open(CloneRule.TWO_OPENINGS));
    for (Api other : List.of(maker, makers.bench().api(port))) {
      assertThat(other.get("/api/v1/alerts").status()).isEqualTo(403);
      assertThat(other.get(path).status()).isEqualTo(403);
      assertThat(other.get("/api/v1/clone-rules").status()).isEqualTo(403);
      assertThat(other.post(path + "/closing", "{'outcome':'FALSE_ALARM','words':'x'}").status())
          .isEqualTo(403);
    }
    assertThat(new Api(port, "").get("/api/v1/alerts").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'words':'x'} | outcome field.missing",
        "{'outcome':'BURN','words':'x'} | outcome choice.unknown",
        "{'outcome':'CASE'} | words field.missing"
      })
  void aClosingNeedsAnOutcomeAndWords(String body, String field) {
    signals.hit(CloneRule.TWO_OPENINGS, 1, 1, NOON, Province.BEIJING);
    String id = id(open(CloneRule.TWO_OPENINGS));

    Answer answer = association.post("/api/v1/alerts/" + id + "/closing", body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.fields()).containsExactly(field);
  }

  @Test
  void whatIsNotThereIsNotFoundAndBadPagesAreRefused() {
    assertThat(association.get("/api/v1/alerts/1").status()).isEqualTo(404);
    assertThat(close("1", "CASE").status()).isEqualTo(404);
    assertThat(association.get("/api/v1/alerts?status=LOST&limit=0").fields())
        .containsExactly("status choice.unknown", "limit listing.number");
  }

  @Test
  void guessingIsAnAlertOfItsNetwork() {
    String key = "k" + System.nanoTime();
    context.publishEvent(new ProbingSeen(key, 19, NOON));
    assertThat(probing(key)).isEmpty();

    context.publishEvent(new ProbingSeen(key, 20, NOON));
    context.publishEvent(new ProbingSeen(key, 300, NOON.plusSeconds(60)));

    JsonNode alert = probing(key).getFirst();
    assertThat(probing(key)).hasSize(1);
    assertThat(alert.path("rule").asString()).isEqualTo("PROBING");
    assertThat(alert.path("hits").asInt()).isEqualTo(320);
    assertThat(alert.has("batch")).isFalse();
    assertThat(close(id(alert), "FALSE_ALARM").status()).isEqualTo(200);
    assertThat(association.get("/api/v1/alerts/" + id(alert)).json().path("codes").isEmpty())
        .isTrue();
  }

  @Test
  void theRulesSayHowOftenTheyWereWrong() {
    signals.hit(CloneRule.VERIFIED_AFTER_VOID, 1, 2, NOON, Province.BEIJING);
    close(id(open(CloneRule.VERIFIED_AFTER_VOID)), "FALSE_ALARM");

    JsonNode rules = association.get("/api/v1/clone-rules").json();

    assertThat(rules.size()).isEqualTo(CloneRule.values().length);
    JsonNode rule = rules.get(CloneRule.VERIFIED_AFTER_VOID.ordinal());
    assertThat(rule.path("rule").asString()).isEqualTo("VERIFIED_AFTER_VOID");
    assertThat(rule.path("onPage").asBoolean()).isFalse();
    assertThat(rule.path("falseAlarms").asInt()).isPositive();
    assertThat(Double.parseDouble(rule.path("falseShare").asString())).isBetween(0.001, 1.0);
    JsonNode travel = rules.get(CloneRule.IMPOSSIBLE_TRAVEL.ordinal());
    assertThat(travel.path("onPage").asBoolean()).isTrue();
    assertThat(travel.at("/thresholds/0").toString())
        .isEqualTo(
            """
            {"count":3,"devices":2,"hours":168,"minutes":120,"kilometres":500,"kilometresAnHour":700}\
            """);
    assertThat(travel.at("/why/en").asString()).isNotEmpty();
  }

  private Answer close(String id, String outcome) {
    return association.post(
        "/api/v1/alerts/" + id + "/closing", "{'outcome':'" + outcome + "','words':'查过了'}");
  }

  private List<JsonNode> open() {
    return of(batch, "?status=OPEN&limit=200");
  }

  private JsonNode open(CloneRule rule) {
    return open().stream()
        .filter(alert -> alert.path("rule").asString().equals(rule.name()))
        .findFirst()
        .orElseThrow();
  }

  private List<JsonNode> of(Batch which, String query) {
    return all(query)
        .filter(alert -> alert.path("batch").asString().equals(which.id().toString()))
        .toList();
  }

  private List<JsonNode> probing(String key) {
    return all("?status=OPEN&limit=200")
        .filter(alert -> alert.path("cause").asString().equals("network/" + key))
        .toList();
  }

  private java.util.stream.Stream<JsonNode> all(String query) {
    return StreamSupport.stream(
        association.get("/api/v1/alerts" + query).json().spliterator(), false);
  }

  private static String id(JsonNode alert) {
    return alert.path("id").asString();
  }
}
