package cn.zhenrong.issue;

import static cn.zhenrong.issue.Garment.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ReviewsIT {
  private static final String APPROVE = "{'decision':'APPROVE','reason':'已向检测机构核实'}";

  @Autowired Makers makers;
  @Autowired Batches batches;
  @Autowired JdbcTemplate sql;
  @LocalServerPort int port;

  private Api maker;
  private Garment garment;
  private Member reviewer;
  private Api association;
  private String id;

  @BeforeEach
  void anApplicationThatWaits() {
    maker = makers.maker().api(port);
    garment = Garment.doubtful(maker, makers.maker().api(port));
    reviewer = makers.association();
    association = reviewer.api(port);
    Answer made = garment.apply(garment.body("40", ",'externalNo':'PO-1'"));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.text("status")).isEqualTo("AWAITING_REVIEW");
    assertThat(made.text("verdict")).isEqualTo("REVIEW");
    id = made.text("id");
  }

  @Test
  void takesNeitherRangeNorCoverageWhileItWaits() {
    assertThat(batch().first()).isZero();
    assertThat(left()).isEqualTo(5000);
    assertThat(association.get(PATH + "?status=AWAITING_REVIEW&limit=200").json())
        .anyMatch(one -> one.path("id").asString().equals(id));
    assertThat(maker.get(PATH + "/" + id + "/codes.csv").problem()).isEqualTo("state-conflict");
    assertThat(maker.get(PATH + "/" + id + "/manifest").problem()).isEqualTo("state-conflict");
    assertThat(makers.bench().api(port).get(PATH + "/" + id).status()).isEqualTo(404);
  }

  @Test
  void givesARangeWhenASecondPersonApproves() {
    Answer approved = association.post(PATH + "/" + id + "/approval", APPROVE);

    assertThat(approved.status()).as(approved.toString()).isEqualTo(200);
    assertThat(approved.json().path("reviewed").asBoolean()).isTrue();
    assertThat(approved.text("review")).isEqualTo("已向检测机构核实");
    JsonNode by = approved.json().path("reviewer");
    assertThat(by.path("person").asString()).isEqualTo(reviewer.caller().personId().toString());
    assertThat(by.path("at").asString()).endsWith("Z");
    // No words on the reading: the rules in doubt are kept.
    assertThat(by.path("reading").asString()).contains("E1", "GB/T 29862-2013");
    garment.awaitOpen(id);
    assertThat(batch().first()).isPositive();
    assertThat(left()).isEqualTo(4960);
    assertThat(
            sql.queryForObject(
                "SELECT words FROM audit WHERE subject = ? AND action = 'batch.approve'",
                String.class,
                "batch/" + id))
        .isEqualTo("已向检测机构核实");
    Answer again = association.post(PATH + "/" + id + "/approval", APPROVE);
    assertThat(again.problem()).isEqualTo("state-conflict");
  }

  @Test
  void keepsTheReadingTheReviewerTells() {
    String body = APPROVE.replace("}", ",'reading':'T11：疑似羊毛以标注值的 5% 为限'}");

    assertThat(association.post(PATH + "/" + id + "/approval", body).status()).isEqualTo(200);

    assertThat(maker.get(PATH + "/" + id).json().at("/reviewer/reading").asString())
        .isEqualTo("T11：疑似羊毛以标注值的 5% 为限");
  }

  @Test
  void givesNothingWhenASecondPersonRejects() {
    Answer rejected =
        association.post(PATH + "/" + id + "/approval", "{'decision':'REJECT','reason':'报告存疑'}");

    assertThat(rejected.status()).as(rejected.toString()).isEqualTo(200);
    assertThat(rejected.text("status")).isEqualTo("REFUSED");
    assertThat(batch().first()).isZero();
    assertThat(left()).isEqualTo(5000);
    assertThat(association.post(PATH + "/" + id + "/approval", APPROVE).problem())
        .isEqualTo("state-conflict");
  }

  @ParameterizedTest
  @CsvSource({
    "batch, applied_by",
    "style, entered_by",
    "composition_label, entered_by",
    "report, entered_by"
  })
  void refusesAReviewerWhoEnteredOneOfTheRecords(String table, String column) {
    String row =
        switch (table) {
          case "style" -> garment.style();
          case "composition_label" -> garment.label();
          case "report" -> garment.report();
          default -> id;
        };
    int changed =
        sql.update(
            "UPDATE " + table + " SET " + column + " = ? WHERE id = ?",
            reviewer.caller().person(),
            row);
    assertThat(changed).isEqualTo(1);

    Answer answer = association.post(PATH + "/" + id + "/approval", APPROVE);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text("detail")).contains("另一人");
    Api colleague = makers.colleague(reviewer, cn.zhenrong.party.Role.ASSOCIATION).api(port);
    assertThat(colleague.post(PATH + "/" + id + "/approval", APPROVE).status()).isEqualTo(200);
  }

  @Test
  void asksForAReasonAndForOneOfTwoDecisions() {
    String path = PATH + "/" + id + "/approval";
    assertThat(association.post(path, "{'decision':'APPROVE'}").fields())
        .containsExactly("reason field.missing");
    assertThat(association.post(path, "{'decision':'APPROVE','reason':'  '}").fields())
        .containsExactly("reason field.missing");
    assertThat(association.post(path, "{'decision':'approve','reason':'x'}").fields())
        .containsExactly("decision choice.unknown");
    assertThat(maker.post(path, APPROVE).status()).isEqualTo(403);
    assertThat(association.post(PATH + "/1/approval", APPROVE).status()).isEqualTo(404);
  }

  @Test
  void refusesToApproveWhatTheReportNoLongerCovers() {
    sql.update("UPDATE report SET used_quantity = 4961 WHERE id = ?", garment.report());

    Answer answer = association.post(PATH + "/" + id + "/approval", APPROVE);

    assertThat(answer.problem()).isEqualTo("coverage-exceeded");
    assertThat(batch().status()).isEqualTo(BatchStatus.AWAITING_REVIEW);
    assertThat(maker.get(PATH + "/" + id).json().path("review").isNull()).isTrue();
  }

  @Test
  void refusesToApproveOnAWithdrawnReport() {
    sql.update("UPDATE report SET status = 'WITHDRAWN' WHERE id = ?", garment.report());

    assertThat(association.post(PATH + "/" + id + "/approval", APPROVE).problem())
        .isEqualTo("state-conflict");
    assertThat(batch().first()).isZero();
  }

  @Test
  void isTheSameApplicationWhenSentAgain() {
    Answer again = garment.apply(garment.body("40", ",'externalNo':'PO-1'"));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("id")).isEqualTo(id);
  }

  private Batch batch() {
    return batches.find(new BatchId(Long.parseLong(id))).orElseThrow();
  }

  private long left() {
    return maker.get("/api/v1/reports/" + garment.report()).json().path("left").asLong();
  }
}
