package cn.zhenrong.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.issue.CodesReleased;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.ServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;

@ServiceTest
class CancellingIT extends OpenBatch {
  private static final String REASON = "{'reason':'客户撤单'}";

  @Autowired Rebuilding rebuilding;
  @Autowired LifeMapper mapper;
  @Autowired ApplicationEventPublisher events;
  @Autowired JdbcTemplate sql;

  @Test
  void everyCodeIsVoidTheReportGetsItsPiecesBackAndTheNumbersStayUsed() throws Exception {
    long before = left();

    Answer cancelled = api.post(batch.path("cancellation"), REASON);
    Answer again = api.post(batch.path("cancellation"), REASON);

    assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);
    assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
    assertThat(again.json()).isEqualTo(cancelled.json());
    assertThat(api.get("/api/v1/batches/" + batch.id()).text("status")).isEqualTo("CANCELLED");
    assertThat(left()).isEqualTo(before + 80);
    Answer code = new Api(port, "").get("/api/v1/codes/" + batch.serial(7));
    assertThat(code.status()).isEqualTo(200);
    assertThat(code.json().at("/verdict/code").asString()).isEqualTo("VOID");
    Standing standing = life.standing(codes.at(batch.batch(), 80));
    assertThat(standing.reason()).isEqualTo(Reason.BATCH_CANCELLED);
    assertThat(standing.words()).isEqualTo("客户撤单");
    assertThat(rebuilding.fromTable(batch.batch().id())).hasSize(1);
    SealedBatch next = another(maker);
    assertThat(next.batch().first()).isGreaterThanOrEqualTo(batch.batch().first() + 80);
    assertThat(
            sql.queryForObject(
                "SELECT COUNT(*) FROM audit WHERE subject = ? AND action = 'batch.cancel'"
                    + " AND words = '客户撤单'",
                Integer.class,
                "batch/" + batch.id()))
        .isEqualTo(1);
  }

  @Test
  void nothingOfACancelledBatchIsPrintedOrMovedAnyMore() {
    api.post(batch.path("cancellation"), REASON);

    assertThat(api.get(batch.path("codes.csv")).problem()).isEqualTo("state-conflict");
    assertThat(api.get(batch.path("labels.pdf")).status()).isEqualTo(409);
    assertThat(api.get(batch.path("codes/1.svg")).status()).isEqualTo(409);
    Answer activated = api.post(batch.path("activations"), "{'first':1,'last':1}");
    assertThat(activated.json().at("/details/en").asString()).contains("cancelled");
    Answer voided = voidCode(api, 1, "{'reason':'LOST'}");
    assertThat(voided.json().at("/current/reason").asString()).isEqualTo("BATCH_CANCELLED");
    assertThat(api.post(batch.path("closing"), "{'left':[]}").status()).isEqualTo(409);
  }

  /// What an instance has in memory says OPEN until it looks again; the row that is locked knows.
  @Test
  void anInstanceThatDoesNotKnowYetHandsOutNothing() {
    api.post(batch.path("cancellation"), REASON);

    assertThat(batch.batch().status()).hasToString("OPEN");
    assertThatThrownBy(() -> life.release(maker.caller(), batch.batch(), 1, 80))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("cancelled");
    CodesReleased download = new CodesReleased(batch.batch(), 1, 80, maker.caller());
    assertThatThrownBy(() -> events.publishEvent(download)).isInstanceOf(Problem.class);
    assertThat(api.get(batch.path("balance")).json().path("void").asInt()).isEqualTo(80);
  }

  @Test
  void whatWasHandedOutStandsInTheWay() {
    api.get(batch.path("codes.csv?from=1&count=3"));

    Answer refused = api.post(batch.path("cancellation"), REASON);

    assertThat(refused.problem()).isEqualTo("state-conflict");
    assertThat(refused.json().at("/balance/released").asInt()).isEqualTo(3);
    assertThat(api.get("/api/v1/batches/" + batch.id()).text("status")).isEqualTo("OPEN");
    assertThat(api.post(batch.path("activations"), "{'first':1,'last':1}").status()).isEqualTo(200);
  }

  @Test
  void whatWasPackedStandsInTheWayToo() {
    api.post("/api/v1/boxes", "{'batch':'" + batch.id() + "','first':1,'last':2}");

    assertThat(api.post(batch.path("cancellation"), REASON).status()).isEqualTo(409);
  }

  @Test
  void aDownloadAtTheSameMomentLosesOrWinsCleanly() throws Exception {
    for (int round = 0; round < 5; round++) {
      SealedBatch contested = another(maker);
      List<Callable<Answer>> work = new ArrayList<>();
      work.add(() -> api.get(contested.path("codes.csv")));
      work.add(() -> api.post(contested.path("cancellation"), REASON));
      work.add(() -> api.get(contested.path("codes/5.svg")));
      List<Answer> answers = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
        for (Future<Answer> one : threads.invokeAll(work)) {
          answers.add(one.get());
        }
      }
      boolean cancelled = answers.get(1).status() == 200;
      assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 409);
      assertThat(answers.get(0).status() == 200 || answers.get(2).status() == 200)
          .isNotEqualTo(cancelled);
      assertThat(api.get(contested.path("balance")).json().path("void").asInt())
          .isEqualTo(cancelled ? 80 : 0);
      assertThat(rebuilding.rebuild(contested.batch().id()).differed()).isFalse();
    }
  }

  @Test
  void onlyTheMakerItselfAndTheAssociationCancelAndWithWords() {
    assertThat(makers.maker().api(port).post(batch.path("cancellation"), REASON).status())
        .isEqualTo(404);
    assertThat(makers.bench().api(port).post(batch.path("cancellation"), REASON).status())
        .isEqualTo(403);
    assertThat(api.post(batch.path("cancellation"), "{}").fields())
        .containsExactly("reason field.missing");
    assertThat(makers.association().api(port).post(batch.path("cancellation"), REASON).status())
        .isEqualTo(200);
  }

  @Test
  void anApplicationThatWaitsSimplyEndsAndOneThatIsBeingSealedIsTriedAgain() {
    sql.update(
        "UPDATE batch SET status = 'SEALING', lease_owner = 'another',"
            + " lease_until = TIMESTAMPADD(HOUR, 1, UTC_TIMESTAMP(3)) WHERE id = ?",
        batch.id());
    assertThat(api.post(batch.path("cancellation"), REASON).status()).isEqualTo(409);
    long before = left();
    sql.update("UPDATE batch SET status = 'AWAITING_REVIEW' WHERE id = ?", batch.id());

    assertThat(api.post(batch.path("cancellation"), REASON).status()).isEqualTo(200);

    assertThat(left()).isEqualTo(before);
    assertThat(
            makers
                .association()
                .api(port)
                .post(batch.path("approval"), "{'decision':'APPROVE','reason':'x'}")
                .problem())
        .isEqualTo("state-conflict");
  }

  @Test
  void aRebuildKeepsTheEnd() {
    api.post(batch.path("cancellation"), REASON);
    long id = batch.batch().id().value();
    LifeRow right = Objects.requireNonNull(mapper.lock(id)).uncounted();
    mapper.advance(id, new LifeRow(0, 5, null, null));

    assertThat(rebuilding.rebuild(batch.batch().id()).differed()).isTrue();

    assertThat(mapper.lock(id)).isEqualTo(right);
    assertThat(right.ended()).hasToString("CANCELLED");
  }

  private long left() {
    return api.get("/api/v1/reports/" + batch.batch().report()).json().path("left").asLong();
  }
}
