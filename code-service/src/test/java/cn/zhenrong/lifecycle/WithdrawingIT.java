package cn.zhenrong.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.ServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class WithdrawingIT extends OpenBatch {
  @BeforeEach
  void twentyActiveCodes() {
    api.post(batch.path("activations"), "{'first':1,'last':20}");
  }

  @Test
  void voidsOnceAndTheSameAgainChangesNothing() {
    Answer first = voidCode(api, 1, "{'reason':'OTHER','words':'吊牌被剪'}");
    Answer again = voidCode(api, 1, "{'reason':'OTHER','words':'吊牌被剪'}");
    Answer other = voidCode(api, 1, "{'reason':'LOST'}");

    assertThat(first.status()).as(first.toString()).isEqualTo(200);
    assertThat(first.text("serial")).isEqualTo(batch.serial(1));
    assertThat(first.text("status")).isEqualTo("VOID");
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.json().at("/details/zh").asString()).contains("已作废", "其他");
    assertThat(standing(1).words()).isEqualTo("吊牌被剪");
    assertThat(standing(1).since()).isNotNull();
    assertThat(moves(1)).containsExactly("ACTIVATE", "VOID");
  }

  @Test
  void aConflictTellsWhereTheCodeStandsNow() {
    Answer replaced = replace(1, "{'reason':'DAMAGED','words':'勾丝'}");
    voidCode(api, 2, "{'reason':'LOST'}");
    api.post(batch.path("activations"), "{'first':30,'last':30}");

    Answer void1 = voidCode(api, 1, "{'reason':'LOST'}");
    Answer replace2 = replace(2, "{'reason':'DAMAGED'}");
    Answer used = successor(3, batch.serial(30));

    assertThat(void1.status()).isEqualTo(409);
    assertThat(void1.json().at("/current/serial").asString()).isEqualTo(batch.serial(1));
    assertThat(void1.json().at("/current/state").asString()).isEqualTo("REPLACED");
    assertThat(void1.json().at("/current/reason").asString()).isEqualTo("DAMAGED");
    assertThat(void1.json().at("/current/words").asString()).isEqualTo("勾丝");
    assertThat(void1.json().at("/current/since").asString()).contains("T");
    assertThat(void1.json().at("/current/successor").asString())
        .isEqualTo(replaced.text("successor"));
    assertThat(replace2.json().at("/current/state").asString()).isEqualTo("VOID");
    assertThat(used.json().at("/current/serial").asString()).isEqualTo(batch.serial(30));
    assertThat(used.json().at("/current/state").asString()).isEqualTo("ACTIVE");
  }

  @Test
  void ofTwoWhoEndACodeAtOnceOneSucceedsAndTheOtherLearnsHow() throws Exception {
    for (long n = 1; n <= 10; n++) {
      long sequence = n;
      List<Callable<Answer>> both =
          List.of(
              () -> voidCode(api, sequence, "{'reason':'LOST'}"),
              () -> replace(sequence, "{'reason':'DAMAGED'}"));
      List<Answer> answers = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        for (Future<Answer> one : threads.invokeAll(both)) {
          answers.add(one.get());
        }
      }
      assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
      Answer lost = answers.get(0).status() == 409 ? answers.get(0) : answers.get(1);
      assertThat(lost.json().at("/current/state").asString())
          .isEqualTo(standing(sequence).state().name());
    }
  }

  @Test
  void othersFindNoSuchCodeAndJunkWasNeverIssued() {
    assertThat(voidCode(makers.maker().api(port), 1, "{'reason':'LOST'}").status()).isEqualTo(404);
    assertThat(api.post("/api/v1/codes/junk/void", "{'reason':'LOST'}").problem())
        .isEqualTo("never-issued");
    assertThat(voidCode(api, 1, "{'reason':'OTHER'}").fields())
        .containsExactly("words reason.words-needed");
    assertThat(
            voidCode(makers.association().api(port), 1, "{'reason':'COUNTERFEIT_FOUND'}").status())
        .isEqualTo(200);
  }

  @Test
  void aSpareIsTheHighestUnusedLabelOfTheSameLine() {
    api.post(batch.path("spoilages"), "{'first':49,'last':50,'reason':'DAMAGED'}");

    Answer first = replace(1, "{'reason':'DAMAGED','successor':null}");
    Answer second = replace(2, "{'reason':'DAMAGED'}");
    Answer otherLine = replace(80, "{'reason':'MISPRINT'}");
    assertThat(first.json().path("successorSequence").asLong()).isEqualTo(48);
    assertThat(first.text("successorStatus")).isEqualTo("ISSUED");
    assertThat(first.json().at("/next/zh").asString()).contains("48", "激活");

    assertThat(first.text("successor")).as(first.toString()).isEqualTo(batch.serial(48));
    assertThat(second.text("successor")).isEqualTo(batch.serial(47));
    assertThat(otherLine.text("successor")).isEqualTo(batch.serial(79));
    assertThat(standing(1).state()).isEqualTo(CodeState.REPLACED);
    assertThat(standing(1).successor()).isEqualTo(codes.at(batch.batch(), 48).serial());
    assertThat(standing(48).predecessor()).isEqualTo(codes.at(batch.batch(), 1).serial());
    assertThat(standing(48).state()).isEqualTo(CodeState.ISSUED);
    assertThat(moves(48)).containsExactly("REPLACE");
  }

  @Test
  void aSecondClickTakesNoSecondSpare() {
    Answer first = replace(1, "{'reason':'DAMAGED'}");
    Answer second = replace(1, "{'reason':'DAMAGED'}");
    Answer named = replace(1, "{'reason':'DAMAGED','successor':'" + batch.serial(33) + "'}");

    assertThat(second.text("successor")).isEqualTo(first.text("successor"));
    assertThat(named.status()).isEqualTo(409);
  }

  @Test
  void aNamedSuccessorMustBeUnusedAndOfTheSameBatch() throws Exception {
    SealedBatch other = another(maker);

    assertThat(successor(1, other.serial(1)).fields())
        .containsExactly("successor successor.other-batch");
    assertThat(successor(1, "junk").fields()).containsExactly("successor successor.not-a-serial");
    assertThat(successor(1, batch.serial(1)).fields())
        .containsExactly("successor successor.itself");
    assertThat(successor(1, batch.serial(2)).status()).isEqualTo(409);
    assertThat(successor(1, batch.serial(30)).text("successor")).isEqualTo(batch.serial(30));
    assertThat(successor(2, batch.serial(30)).status()).isEqualTo(409);
    // The garment is of the other size: its label was wrong.
    assertThat(successor(3, batch.serial(60)).text("successor")).isEqualTo(batch.serial(60));
  }

  @Test
  void aSuccessorIsActivatedLikeAnyOtherLabel() {
    replace(1, "{'reason':'DAMAGED'}");

    api.post(batch.path("activations"), "{'first':1,'last':50}");

    assertThat(standing(50).state()).isEqualTo(CodeState.ACTIVE);
    assertThat(standing(50).predecessor()).isNotNull();
    assertThat(standing(1).state()).isEqualTo(CodeState.REPLACED);
    Answer rebuilt = makers.association().api(port).post(batch.path("rebuild"), "{}");
    assertThat(rebuilt.json().path("differed").asBoolean()).isFalse();
  }

  @Test
  void saysWhenNoSpareIsLeft() {
    api.post(batch.path("activations"), "{'first':1,'last':50}");

    assertThat(replace(1, "{'reason':'DAMAGED'}").json().at("/details/en").asString())
        .contains("No unused label");
    assertThat(moves(1)).containsExactly("ACTIVATE");
  }

  @Test
  void theHistoryTellsWhoAndWhyAndIsForStaffOnly() {
    voidCode(api, 1, "{'reason':'WRONG_GARMENT','words':'挂错'}");

    Answer history = api.get("/api/v1/codes/" + batch.serial(1) + "/history");

    assertThat(history.text("status")).isEqualTo("VOID");
    assertThat(history.json().path("sequence").asInt()).isEqualTo(1);
    assertThat(history.json().at("/events/1/reason").asString()).isEqualTo("WRONG_GARMENT");
    assertThat(history.json().at("/events/1/person").asString()).isEqualTo("某人");
    assertThat(history.json().at("/events/1/from").asString()).isEqualTo("ACTIVE");
    assertThat(history.json().at("/events/1/requestId").asString()).hasSize(16);
    assertThat(new Api(port, "").get("/api/v1/codes/" + batch.serial(1) + "/history").status())
        .isEqualTo(401);
  }

  private Answer replace(long sequence, String body) {
    return api.post("/api/v1/codes/" + batch.serial(sequence) + "/replace", body);
  }

  private Answer successor(long sequence, String successor) {
    return replace(sequence, "{'reason':'WRONG_GARMENT','successor':'" + successor + "'}");
  }

  private List<String> moves(long sequence) {
    Answer history = api.get("/api/v1/codes/" + batch.serial(sequence) + "/history");
    return StreamSupport.stream(history.json().path("events").spliterator(), false)
        .map(event -> event.path("move").asString())
        .toList();
  }
}
