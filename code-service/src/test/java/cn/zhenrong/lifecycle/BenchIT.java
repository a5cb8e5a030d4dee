package cn.zhenrong.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.party.PartyKind;
import cn.zhenrong.party.Role;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.ServiceTest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class BenchIT extends OpenBatch {
  @Test
  void activatesARangeAndASecondClickIsHarmless() {
    Answer first = activate(api, "{'first':1,'last':20}");
    Answer second = activate(api, "{'first':1,'last':20}");

    assertThat(first.status()).as(first.toString()).isEqualTo(200);
    assertThat(first.json().path("activated").asInt()).isEqualTo(20);
    assertThat(first.json().path("refused").size()).isZero();
    assertThat(second.json().path("activated").asInt()).isZero();
    assertThat(second.json().at("/refused/0/reason").asString()).isEqualTo("ALREADY_ACTIVE");
    assertThat(second.json().at("/refused/0/first").asInt()).isEqualTo(1);
    assertThat(second.json().at("/refused/0/last").asInt()).isEqualTo(20);
    assertThat(second.json().at("/refused/0/words/zh").asString()).contains("已激活（20");
    assertThat(state(20)).isEqualTo(CodeState.ACTIVE);
    assertThat(state(21)).isEqualTo(CodeState.ISSUED);
  }

  @Test
  void tellsForEveryScannedCodeWhyItDidNotMove() throws Exception {
    SealedBatch own = another(maker);
    SealedBatch others = another(makers.maker());
    activate(api, "{'first':2,'last':2}");
    post(batch.path("spoilages"), "{'first':3,'last':3,'reason':'DAMAGED'}");

    Answer answer =
        activate(
            api,
            "{'serials':['%s','%s','%s','junk','%s','%s','%s','0000000000000000','%s']}"
                .formatted(
                    batch.serial(1),
                    batch.serial(2),
                    batch.serial(3),
                    own.serial(1),
                    others.serial(1),
                    batch.serial(5).toLowerCase(java.util.Locale.ROOT),
                    batch.serial(1)));

    assertThat(answer.json().path("activated").asInt()).isEqualTo(2);
    assertThat(refusals(answer))
        .containsExactly(
            "1 ALREADY_ACTIVE",
            "2 SPOILED",
            "3 NOT_A_SERIAL",
            "4 WRONG_BATCH",
            "5 WRONG_BATCH",
            "7 NEVER_ISSUED");
    assertThat(answer.json().at("/refused/1/serial").asString()).isEqualTo(batch.serial(3));
    assertThat(answer.json().at("/refused/1/words/zh").asString()).contains("已报损", "损毁");
    assertThat(answer.json().at("/refused/2/serial").isMissingNode()).isTrue();
    assertThat(answer.json().at("/refused/3/words/zh").asString()).contains(own.id());
    assertThat(answer.json().at("/refused/4/words/zh").asString()).doesNotContain(others.id());
  }

  @Test
  void aScanMayBeTheWholeTextOfTheLabel() {
    String wrong = batch.text(3).replace("/S/", "/01/09521234543213/21/");

    Answer answer =
        activate(
            api,
            "{'serials':['%s','%s?S=WS95WO5.01','%s']}"
                .formatted(batch.text(1), batch.text(2).toLowerCase(java.util.Locale.ROOT), wrong));

    assertThat(answer.json().path("activated").asInt()).as(answer.toString()).isEqualTo(2);
    assertThat(refusals(answer)).containsExactly("2 NEVER_ISSUED");
  }

  @Test
  void aSpareComesIntoUseOnlyInThePlaceOfAnother() throws Exception {
    batch =
        SealedBatch.of(
            maker, port, batches, codes, "{'colour':'驼色','size':'M','quantity':10,'spares':3}");
    Answer first = activate(api, "{'first':1,'last':13}");
    Answer scanned = activate(api, "{'serials':['" + batch.serial(12) + "']}");
    Answer sampled = post(batch.path("samples"), "{'first':12,'last':12}");
    post("/api/v1/codes/" + batch.serial(4) + "/replace", "{'reason':'DAMAGED'}");
    Answer second = activate(api, "{'serials':['" + batch.serial(13) + "']}");

    assertThat(first.json().path("activated").asInt()).isEqualTo(10);
    assertThat(first.json().at("/refused/0/reason").asString()).isEqualTo("QUANTITY_USED");
    assertThat(first.json().at("/refused/0/first").asInt()).isEqualTo(11);
    assertThat(first.json().at("/refused/0/last").asInt()).isEqualTo(13);
    assertThat(refusals(scanned)).containsExactly("0 QUANTITY_USED");
    assertThat(sampled.json().path("sampled").asInt()).isZero();
    assertThat(second.json().path("activated").asInt()).as(second.toString()).isEqualTo(1);
    assertThat(activate(api, "{'first':11,'last':12}").json().path("activated").asInt()).isZero();
  }

  @Test
  void onlyTheMakerAndABenchMayActivate() {
    String body = "{'first':1,'last':1}";
    Member otherMaker = makers.maker();
    Api otherBench = makers.colleague(otherMaker, Role.QC).api(port);
    assertThat(PartyKind.valueOf(otherMaker.party().kind().name())).isEqualTo(PartyKind.MAKER);

    assertThat(activate(otherMaker.api(port), body).status()).isEqualTo(404);
    assertThat(activate(otherBench, body).status()).isEqualTo(404);
    assertThat(activate(makers.association().api(port), body).status()).isEqualTo(403);
    assertThat(activate(new Api(port, ""), body).status()).isEqualTo(401);
    assertThat(activate(makers.bench().api(port), body).status()).isEqualTo(200);
    assertThat(
            activate(makers.colleague(maker, Role.QC).api(port), "{'first':2,'last':2}").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | serials selection.one-of",
        "{'serials':[]} | serials selection.serials",
        "{'serials':['x'],'first':1,'last':2} | serials selection.one-of",
        "{'first':1} | last field.missing",
        "{'first':0,'last':1} | first number.range",
        "{'first':1,'last':81} | last number.range",
        "{'first':5,'last':4} | last selection.order"
      })
  void refusesAChoiceOfCodesThatIsNone(String body, String field) {
    Answer answer = activate(api, body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.fields()).contains(field);
  }

  @Test
  void takesAThousandSerialsButNotOneMore() {
    String thousand = "'%s',".formatted(batch.serial(1)).repeat(1000);

    Answer most =
        activate(api, "{'serials':[" + thousand.substring(0, thousand.length() - 1) + "]}");
    Answer more = activate(api, "{'serials':[" + thousand + "'x']}");

    assertThat(most.json().path("activated").asInt()).as(most.toString()).isEqualTo(1);
    assertThat(more.fields()).containsExactly("serials selection.serials");
  }

  @Test
  void theBalanceAddsUp() {
    activate(api, "{'first':1,'last':40}");
    post(batch.path("spoilages"), "{'first':41,'last':43,'reason':'MISPRINT'}");
    post(batch.path("shipments"), "{'first':1,'last':10}");
    post(batch.path("returns"), "{'first':1,'last':2}");
    post(batch.path("samples"), "{'first':11,'last':11}");
    post(batch.path("displays"), "{'first':80,'last':80}");
    post("/api/v1/codes/" + batch.serial(12) + "/void", "{'reason':'LOST'}");

    Answer balance = makers.association().api(port).get(batch.path("balance"));

    assertThat(balance.json().toString())
        .isEqualTo(
            "{\"issued\":80,\"active\":28,\"shipped\":8,\"returned\":2,\"display\":1,\"spoiled\":3,"
                + "\"sampled\":1,\"void\":1,\"replaced\":0,\"left\":36,\"released\":0,"
                + "\"done\":false}");
  }

  @Test
  void aReturnedCodeIsActivatedAgainAndSaysSo() {
    activate(api, "{'first':1,'last':1}");
    post(batch.path("shipments"), "{'first':1,'last':1}");
    post(batch.path("returns"), "{'first':1,'last':1}");

    assertThat(activate(api, "{'first':1,'last':1}").json().path("activated").asInt()).isEqualTo(1);
    assertThat(life.standing(codes.at(batch.batch(), 1)).soldAgain()).isTrue();
  }

  @Test
  void anActiveCodeIsNotSpoiledButToldToBeVoided() {
    activate(api, "{'first':1,'last':1}");

    Answer answer = post(batch.path("spoilages"), "{'first':1,'last':2,'reason':'DAMAGED'}");

    assertThat(answer.json().path("spoiled").asInt()).isEqualTo(1);
    assertThat(answer.json().at("/refused/0/reason").asString()).isEqualTo("ACTIVE");
    assertThat(answer.json().at("/refused/0/serial").asString()).isEqualTo(batch.serial(1));
    assertThat(answer.json().at("/refused/0/words/en").asString()).contains("void or replace");
  }

  @Test
  void spoilingNeedsAReasonAndOtherNeedsWords() {
    assertThat(post(batch.path("spoilages"), "{'first':1,'last':1}").fields())
        .containsExactly("reason field.missing");
    assertThat(post(batch.path("spoilages"), "{'first':1,'last':1,'reason':'OTHER'}").fields())
        .containsExactly("words reason.words-needed");
    assertThat(post(batch.path("spoilages"), "{'first':1,'last':1,'reason':'NO'}").fields())
        .containsExactly("reason choice.unknown");
  }

  @Test
  void nothingIsActivatedUnderAReportThatIsWithdrawn() {
    Answer withdrawn =
        makers
            .association()
            .api(port)
            .post("/api/v1/reports/" + batch.batch().report() + "/withdrawal", "{'reason':'检验有误'}");
    assertThat(withdrawn.status()).as(withdrawn.toString()).isEqualTo(200);

    assertThat(activate(api, "{'first':1,'last':1}").status()).isEqualTo(409);
    assertThat(post(batch.path("spoilages"), "{'first':1,'last':1,'reason':'SURPLUS'}").status())
        .isEqualTo(200);
  }

  @Test
  void downloadedCodesAreReleased() {
    activate(api, "{'first':5,'last':5}");

    assertThat(api.get(batch.path("codes.csv")).status()).isEqualTo(200);

    assertThat(state(1)).isEqualTo(CodeState.RELEASED);
    assertThat(state(5)).isEqualTo(CodeState.ACTIVE);
    assertThat(api.get(batch.path("balance")).json().path("released").asInt()).isEqualTo(79);
    assertThat(activate(api, "{'first':1,'last':80}").json().path("activated").asInt())
        .isEqualTo(79);
    assertThat(api.get(batch.path("balance")).json().path("done").asBoolean()).isTrue();
  }

  private Answer activate(Api who, String body) {
    return who.post(batch.path("activations"), body);
  }

  private Answer post(String path, String body) {
    return api.post(path, body);
  }

  private static List<String> refusals(Answer answer) {
    return StreamSupport.stream(answer.json().path("refused").spliterator(), false)
        .map(one -> one.path("index").asString() + " " + one.path("reason").asString())
        .toList();
  }
}
