package cn.zhenrong.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.ServiceTest;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ClosingIT extends OpenBatch {
  @Autowired Rebuilding rebuilding;
  @Autowired LifeMapper mapper;
  @Autowired JdbcTemplate sql;

  /// 1–60 active, 61–65 spoiled, 66–80 left; printed up to 70.
  @BeforeEach
  void aBatchAlmostDone() {
    api.get(batch.path("codes.csv?count=70"));
    api.post(batch.path("activations"), "{'first':1,'last':60}");
    api.post(batch.path("spoilages"), "{'first':61,'last':65,'reason':'MISPRINT'}");
  }

  @Test
  void aRightCountClosesAndOnceMoreChangesNothing() {
    Answer closed = close("{'left':[{'first':70,'last':80},{'first':66,'last':69}]}");
    Answer again = close("{'left':[{'first':66,'last':80}]}");

    assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
    assertThat(closed.json().path("left").asInt()).isEqualTo(15);
    assertThat(closed.json().path("balanced").asBoolean()).isTrue();
    assertThat(closed.text("closedBy")).isEqualTo(maker.caller().personId().toString());
    assertThat(again.json()).isEqualTo(closed.json());
    assertThat(api.get("/api/v1/batches/" + batch.id()).text("status")).isEqualTo("CLOSED");
    assertThat(
            sql.queryForObject(
                "SELECT COUNT(*) FROM audit WHERE subject = ? AND action = 'batch.close'",
                Integer.class,
                "batch/" + batch.id()))
        .isEqualTo(1);
    assertThat(api.get(batch.path("balance")).json().path("done").asBoolean()).isTrue();
    Answer code = new Api(port, "").get("/api/v1/codes/" + batch.serial(80));
    assertThat(code.json().at("/verdict/code").asString()).isEqualTo("NOT_ACTIVATED");
  }

  @Test
  void everyDifferenceIsListedToTheSequenceNumber() {
    String count =
        "{'left':[{'first':60,'last':62},{'first':66,'last':71},{'first':74,'last':79}]}";

    Answer dry = api.post(batch.path("closing?dryRun=true"), count);
    Answer refused = close(count);

    assertThat(dry.status()).isEqualTo(200);
    assertThat(dry.json().path("balanced").asBoolean()).isFalse();
    assertThat(refused.problem()).isEqualTo("state-conflict");
    assertThat(refused.json().path("differences")).isEqualTo(dry.json().path("differences"));
    assertThat(runs(refused, "missing")).containsExactly("72–73 ISSUED", "80–80 ISSUED");
    assertThat(runs(refused, "unexpected")).containsExactly("60–60 ACTIVE", "61–62 SPOILED");
    assertThat(api.get("/api/v1/batches/" + batch.id()).text("status")).isEqualTo("OPEN");
    assertThat(api.post(batch.path("activations"), "{'first':66,'last':66}").status())
        .isEqualTo(200);
  }

  @Test
  void lookingTellsWhatACountWouldHaveToFind() {
    Answer look = makers.bench().api(port).get(batch.path("closing"));

    assertThat(runs(look, "missing")).containsExactly("66–70 RELEASED", "71–80 ISSUED");
    assertThat(look.json().path("left").asInt()).isEqualTo(15);
    assertThat(look.json().has("closedAt")).isFalse();
  }

  @Test
  void labelsAreCountedByScanToo() throws Exception {
    SealedBatch other = another(maker);
    api.post(batch.path("activations"), "{'first':66,'last':78}");

    Answer wrong =
        close("{'serials':['%s','%s','junk']}".formatted(batch.serial(79), other.serial(80)));
    Answer right = close("{'serials':['%s','%s']}".formatted(batch.text(80), batch.serial(79)));

    assertThat(wrong.fields())
        .containsExactly("serials[1] serial.not-of-batch", "serials[2] serial.not-of-batch");
    assertThat(right.status()).as(right.toString()).isEqualTo(200);
  }

  @Test
  void afterClosingNoUnusedLabelComesIntoUseButGoodsGoOn() {
    close("{'left':[{'first':66,'last':80}]}");

    assertThat(reason(post("activations", "{'first':66,'last':66}"))).isEqualTo("BATCH_CLOSED");
    assertThat(reason(post("displays", "{'first':66,'last':66}"))).isEqualTo("BATCH_CLOSED");
    assertThat(reason(post("samples", "{'first':66,'last':66}"))).isEqualTo("BATCH_CLOSED");
    Answer replaced =
        api.post(
            "/api/v1/codes/" + batch.serial(1) + "/replace",
            "{'reason':'DAMAGED','successor':'" + batch.serial(70) + "'}");
    assertThat(replaced.json().at("/details/zh").asString()).contains("已结案");
    assertThat(replaced.json().at("/current/state").asString()).isEqualTo("ACTIVE");
    assertThat(api.get(batch.path("codes.csv")).status()).isEqualTo(409);
    assertThat(api.get(batch.path("codes/66.svg")).status()).isEqualTo(409);

    assertThat(post("shipments", "{'first':1,'last':10}").json().path("shipped").asInt())
        .isEqualTo(10);
    assertThat(post("returns", "{'first':1,'last':2}").json().path("returned").asInt())
        .isEqualTo(2);
    assertThat(post("activations", "{'first':1,'last':1}").json().path("activated").asInt())
        .isEqualTo(1);
    assertThat(
            api.post("/api/v1/codes/" + batch.serial(70) + "/void", "{'reason':'LOST'}").status())
        .isEqualTo(200);
    assertThat(rebuilding.rebuild(batch.batch().id()).differed()).isFalse();
    assertThat(api.post(batch.path("cancellation"), "{'reason':'x'}").status()).isEqualTo(409);
  }

  @Test
  void theKeyOfADryRunClosesNothing() {
    String count = "{'left':[{'first':66,'last':80}]}";
    Answer dry = api.postOnce(batch.path("closing?dryRun=true"), count, "closing-1");
    Answer real = api.postOnce(batch.path("closing"), count, "closing-1");

    assertThat(dry.json().path("balanced").asBoolean()).isTrue();
    assertThat(real.problem()).isEqualTo("idempotency-key-reused");
    assertThat(api.postOnce(batch.path("closing"), count, "closing-2").status()).isEqualTo(200);
  }

  @Test
  void aRebuildKeepsTheEnd() {
    close("{'left':[{'first':66,'last':80}]}");
    long id = batch.batch().id().value();
    LifeRow right = Objects.requireNonNull(mapper.lock(id)).uncounted();
    mapper.advance(id, new LifeRow(1, 0, null, null));

    assertThat(rebuilding.rebuild(batch.batch().id()).differed()).isTrue();

    assertThat(mapper.lock(id)).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | left closing.one-of",
        "{'left':[],'serials':[]} | left closing.one-of",
        "{'left':[{'first':80,'last':81}]} | left[0].last number.range",
        "{'left':[null]} | left[0].first field.missing"
      })
  void refusesACountThatIsNone(String body, String field) {
    assertThat(close(body).fields()).contains(field);
  }

  @Test
  void onlyTheMakerItselfAndTheAssociationClose() {
    assertThat(makers.maker().api(port).post(batch.path("closing"), "{'left':[]}").status())
        .isEqualTo(404);
    assertThat(makers.bench().api(port).post(batch.path("closing"), "{'left':[]}").status())
        .isEqualTo(403);
    assertThat(
            makers
                .association()
                .api(port)
                .post(batch.path("closing"), "{'left':[{'first':66,'last':80}]}")
                .status())
        .isEqualTo(200);
  }

  private Answer close(String body) {
    return api.post(batch.path("closing"), body);
  }

  private Answer post(String work, String body) {
    return api.post(batch.path(work), body);
  }

  private static String reason(Answer answer) {
    return answer.json().at("/refused/0/reason").asString("");
  }

  private static List<String> runs(Answer answer, String which) {
    JsonNode runs = answer.json().path("differences").path(which);
    return StreamSupport.stream(runs.spliterator(), false)
        .map(run ->
            run.path("first").asLong()
                + "–"
                + run.path("last").asLong()
                + " "
                + run.path("state").asString())
        .toList();
  }
}
