package cn.zhenrong.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.issue.Batches;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.party.Role;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.ServiceTest;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServiceTest
class HoldsIT {
  @Autowired Makers makers;
  @Autowired Batches batches;
  @Autowired Codes codes;
  @Autowired Holds holds;
  @LocalServerPort int port;

  private Member maker;
  private Api api;
  private Api association;
  private Api second;
  private SealedBatch batch;

  @BeforeEach
  void anOpenBatchAndTwoPeopleOfTheAssociation() throws Exception {
    maker = makers.maker();
    api = maker.api(port);
    batch = SealedBatch.of(maker, port, batches, codes);
    Member first = makers.association();
    association = first.api(port);
    second = makers.colleague(first, Role.ASSOCIATION).api(port);
  }

  @Test
  void aHoldLiesOnEveryCodeOfItsScopeAtOnceAndIsTakenBack() {
    for (String scope :
        new String[] {
          "{'batch':'" + batch.id() + "'}",
          "{'report':'" + batch.batch().report() + "'}",
          "{'party':'" + maker.party().id() + "'}"
        }) {
      String id = place(scope, false);
      assertThat(on(1)).get().extracting(Hold::reason).isEqualTo("抽检不合格");
      assertThat(on(80)).isPresent();

      assertThat(second.post(release(id), "{'reason':'复检合格'}").status()).isEqualTo(200);
      assertThat(on(1)).isEmpty();
    }
  }

  @Test
  void aHoldOnARangeLeavesTheRestAlone() {
    place("{'range':{'batch':'" + batch.id() + "','first':10,'last':19}}", false);

    assertThat(on(9)).isEmpty();
    assertThat(on(10)).isPresent();
    assertThat(on(19)).isPresent();
    assertThat(on(20)).isEmpty();
    Answer activated = api.post(batch.path("activations"), "{'first':1,'last':30}");
    assertThat(activated.json().path("activated").asInt()).isEqualTo(20);
    assertThat(activated.json().at("/refused/0/reason").asString()).isEqualTo("ON_HOLD");
    assertThat(activated.json().at("/refused/0/first").asInt()).isEqualTo(10);
    assertThat(activated.json().at("/refused/0/last").asInt()).isEqualTo(19);
    Answer scanned =
        api.post(
            batch.path("activations"),
            "{'serials':['" + batch.serial(15) + "','" + batch.serial(35) + "']}");
    assertThat(scanned.json().path("activated").asInt()).isEqualTo(1);
    assertThat(scanned.json().at("/refused/0/serial").asString()).isEqualTo(batch.serial(15));
  }

  @Test
  void aRangeBeyondTheBatchIsRefused() {
    String body =
        "{'scope':{'range':{'batch':'" + batch.id() + "','first':1,'last':101}},'reason':'x'}";

    assertThat(association.post("/api/v1/holds", body).fields())
        .containsExactly("scope.range.last scope.beyond");
  }

  @Test
  void aRecallIsStricterThanAHold() {
    place("{'party':'" + maker.party().id() + "'}", false);
    String recall = place("{'range':{'batch':'" + batch.id() + "','first':1,'last':1}}", true);

    assertThat(on(1))
        .get()
        .extracting(Hold::recall, Hold::id)
        .containsExactly(true, Long.valueOf(recall));
    assertThat(on(2)).get().extracting(Hold::recall).isEqualTo(false);
  }

  @Test
  void nothingOfABatchOnHoldIsActivatedButLabelsMayBeVoided() {
    place("{'batch':'" + batch.id() + "'}", false);

    Answer activated = api.post(batch.path("activations"), "{'first':1,'last':1}");

    assertThat(activated.status()).isEqualTo(409);
    assertThat(activated.json().at("/details/zh").asString()).contains("抽检不合格");
    assertThat(
            api.post("/api/v1/codes/" + batch.serial(1) + "/void", "{'reason':'DAMAGED'}").status())
        .isEqualTo(200);
  }

  @Test
  void onlyAnotherPersonOfTheAssociationReleases() {
    String id = place("{'batch':'" + batch.id() + "'}", false);

    assertThat(association.post(release(id), "{'reason':'算了'}").status()).isEqualTo(403);
    assertThat(api.post(release(id), "{'reason':'算了'}").status()).isEqualTo(403);
    assertThat(second.post(release(id), "{}").fields()).containsExactly("reason field.missing");
    assertThat(second.post(release(id), "{'reason':'复检合格'}").status()).isEqualTo(200);
    assertThat(second.post(release(id), "{'reason':'复检合格'}").status()).isEqualTo(409);
    assertThat(second.post(release("1"), "{'reason':'复检合格'}").status()).isEqualTo(404);
  }

  @Test
  void theListShowsWhatIsInForce() {
    String id = place("{'range':{'batch':'" + batch.id() + "','first':3,'last':4}}", true);

    assertThat(association.get("/api/v1/holds").toString()).contains(id);
    assertThat(api.get("/api/v1/holds").status()).isEqualTo(403);
    second.post(release(id), "{'reason':'已下架'}");
    assertThat(association.get("/api/v1/holds").toString()).doesNotContain(id);
  }

  @Test
  void onlyTheAssociationPlaces() {
    String body = "{'scope':{'batch':'" + batch.id() + "'},'reason':'x'}";

    assertThat(api.post("/api/v1/holds", body).status()).isEqualTo(403);
    assertThat(makers.bench().api(port).post("/api/v1/holds", body).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'reason':'x'} | scope field.missing",
        "{'scope':{},'reason':'x'} | scope scope.one-of",
        "{'scope':{'batch':'1','party':'2'},'reason':'x'} | scope scope.one-of",
        "{'scope':{'batch':'abc'},'reason':'x'} | scope.batch scope.id",
        "{'scope':{'batch':'1'},'reason':'x'} | scope scope.unknown",
        "{'scope':{'party':'1'},'reason':'x'} | scope scope.unknown",
        "{'scope':{'report':'1'}} | reason field.missing",
        "{'scope':{'report':'1'},'reason':'x'} | scope scope.unknown",
        "{'scope':{'range':{'batch':'1','first':2,'last':1}},'reason':'x'}"
            + " | scope.range.last selection.order",
        "{'scope':{'range':{'batch':'1','last':1}},'reason':'x'}"
            + " | scope.range.first field.missing",
        "{'scope':{'report':'1'},'reason':'x','phone':'call me'} | phone hold.phone"
      })
  void refusesAHoldOnNothing(String body, String field) {
    Answer answer = association.post("/api/v1/holds", body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.fields()).contains(field);
  }

  @Test
  void labelsOfHeldCodesDoNotLeaveTheHouse() {
    String id = place("{'range':{'batch':'" + batch.id() + "','first':10,'last':19}}", false);

    Answer all = api.get(batch.path("codes.csv"));
    assertThat(all.status()).isEqualTo(409);
    assertThat(all.json().at("/details/zh").asString()).contains("抽检不合格");
    assertThat(api.get(batch.path("codes.csv?from=20")).status()).isEqualTo(200);
    assertThat(api.get(batch.path("codes/15.svg")).status()).isEqualTo(409);
    assertThat(api.get(batch.path("labels.pdf?from=5&count=10")).status()).isEqualTo(409);
    assertThat(api.get("/api/v1/codes/" + batch.serial(15) + "/history").json().path("status"))
        .hasToString("\"ISSUED\"");

    second.post(release(id), "{'reason':'复检合格'}");
    assertThat(api.get(batch.path("codes.csv?from=10&count=10")).status()).isEqualTo(200);
  }

  @Test
  void nothingNewIsIssuedUnderAReportOrForAMakerOnHold() {
    Papers papers = Papers.of(api);
    for (String scope :
        new String[] {
          "{'report':'" + papers.report() + "'}", "{'party':'" + maker.party().id() + "'}"
        }) {
      String id = place(scope, false);
      Answer refused = api.post("/api/v1/batches", papers.application("compact", 3));
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.json().at("/details/zh").asString()).contains("抽检不合格");
      assertThat(api.get("/api/v1/reports/" + papers.report()).json().path("usedQuantity").asInt())
          .isZero();

      second.post(release(id), "{'reason':'复检合格'}");
      assertThat(api.post("/api/v1/batches", papers.application("compact", 3)).status())
          .isEqualTo(201);
      papers = Papers.of(api);
    }
  }

  @Test
  void aHoldThatIsOverIsKeptWithItsEnd() {
    String id = place("{'batch':'" + batch.id() + "'}", true);
    second.post(release(id), "{'reason':'已下架'}");

    JsonNode over = association.get("/api/v1/holds?released=true&limit=200").json();
    JsonNode one =
        over.valueStream().filter(h -> h.path("id").asString().equals(id)).findAny().orElseThrow();
    assertThat(one.path("releaseReason").asString()).isEqualTo("已下架");
    assertThat(one.path("releasedBy").asString()).isNotEqualTo(one.path("placedBy").asString());
    assertThat(association.get("/api/v1/holds?limit=0").fields())
        .containsExactly("limit listing.number");
  }

  private String place(String scope, boolean recall) {
    Answer placed =
        association.post(
            "/api/v1/holds", "{'scope':%s,'reason':'抽检不合格','recall':%s}".formatted(scope, recall));
    assertThat(placed.status()).as(placed.toString()).isEqualTo(201);
    return placed.text("id");
  }

  private static String release(String id) {
    return "/api/v1/holds/" + id + "/release";
  }

  private Optional<Hold> on(long sequence) {
    return holds.on(codes.at(batch.batch(), sequence));
  }
}
