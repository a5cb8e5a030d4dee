package cn.zhenrong.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.ServiceTest;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class ExpiryIT {
  @Autowired Makers makers;
  @Autowired Reports reports;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  @LocalServerPort int port;

  private Api maker;
  private LocalDate today;

  @BeforeEach
  void aMaker() {
    maker = makers.maker().api(port);
    today = LocalDate.ofInstant(clock.instant(), Alarms.CHINA);
  }

  @Test
  void countsThroughItsLastDayInChinaAndNotAfterIt() {
    Answer last = maker.post(NewReports.PATH, until(today));
    assertThat(last.text("status")).as(last.toString()).isEqualTo("VALID");
    assertThat(last.text("validUntil")).isEqualTo(today.toString());
    cover(last);
    Answer past = maker.post(NewReports.PATH, until(today.minusDays(1)));
    assertThat(past.text("status")).isEqualTo("EXPIRED");
    assertThatThrownBy(() -> cover(past))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(ProblemKind.STATE_CONFLICT));
  }

  @Test
  void cannotEndBeforeItWasIssued() {
    NewReports body = NewReports.forNewStyle(maker).with("validUntil", "'2026-10-07'");
    assertThat(maker.post(NewReports.PATH, body.json()).fields())
        .containsExactly("validUntil report.valid-until");
  }

  @Test
  void takesItsBatchesWithIt() {
    Papers papers = Papers.of(maker);
    IssuedBatch batch = papers.issue("compact", 3);
    Api bench = makers.bench().api(port);
    bench.post(batch.path("activations"), "{'first':1,'last':2}");
    String serial = batch.rows().getFirst().serial();

    jdbc.sql("UPDATE report SET valid_until = ? WHERE id = ?")
        .param(today.minusDays(1))
        .param(Long.parseLong(papers.report()))
        .update();

    Answer code = new Api(port, "").get("/api/v1/codes/" + serial);
    assertThat(code.json().at("/verdict/code").asString())
        .as(code.toString())
        .isEqualTo("REPORT_LAPSED");
    assertThat(bench.post(batch.path("activations"), "{'first':3,'last':3}").status())
        .isEqualTo(409);
    assertThat(maker.post("/api/v1/batches", papers.application("compact", 1)).status())
        .isEqualTo(422);
  }

  private String until(LocalDate day) {
    return NewReports.forNewStyle(maker)
        .with("issuedOn", "'" + today.minusDays(30) + "'")
        .with("validUntil", "'" + day + "'")
        .json();
  }

  private void cover(Answer made) {
    ReportId id = new ReportId(Long.parseLong(made.text("id")));
    transaction.executeWithoutResult(_ -> reports.cover(id, 1));
  }
}
