package cn.zhenrong.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.ServiceTest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class ReportsIT {
  @Autowired Makers makers;
  @Autowired Reports reports;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;
  @LocalServerPort int port;

  private Member member;
  private Api maker;
  private NewReports bodies;

  @BeforeEach
  void aStyle() {
    member = makers.maker();
    maker = member.api(port);
    bodies = NewReports.forNewStyle(maker);
  }

  @Test
  void keepsAReportAsItWasSent() {
    Answer made = maker.post(NewReports.PATH, bodies.json());

    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.json().path("alarms").size()).isZero();
    Answer read = maker.get(NewReports.PATH + "/" + made.text("id"));
    assertThat(read.json()).isEqualTo(made.json());
    assertThat(read.text("number")).isEqualTo(bodies.number());
    assertThat(read.text("sampling")).isEqualTo("submitted");
    assertThat(read.text("issuedOn")).isEqualTo(bodies.issuedOn());
    assertThat(read.text("styleId")).isEqualTo(bodies.styleId());
    assertThat(read.json().path("coversQuantity").asLong()).isEqualTo(5000);
    assertThat(read.json().path("left").asLong()).isEqualTo(5000);
    assertThat(percents(read.json()))
        .usingElementComparator(BigDecimal::compareTo) // 4.60 is answered as 4.6
        .hasSize(8)
        .isEqualTo(percents(JsonMapper.shared().readTree(bodies.json().replace('\'', '"'))));
    assertThat(read.text("status")).isEqualTo("VALID");
    assertThat(read.json().path("fileDigest").isNull()).isTrue();
  }

  private static List<BigDecimal> percents(JsonNode report) {
    return report.findValuesAsString("percent").stream().map(BigDecimal::new).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "number | null | number field.missing",
        "number | '---' | number report.nameless",
        "number | 'A\\u202eB' | number text.control-characters",
        "lab | '' | lab field.missing",
        "lab | 'x\\u0000' | lab text.control-characters",
        "issuedOn | '2026-02-30' | issuedOn report.date",
        "issuedOn | '8/10/2026' | issuedOn report.date",
        "issuedOn | '1999-12-31' | issuedOn report.date",
        "issuedOn | null | issuedOn field.missing",
        "method | '' | method field.missing",
        "basis | 'wet' | basis report.choice",
        "sampling | 'SUBMITTED' | sampling report.choice",
        "coversQuantity | 0 | coversQuantity number.range",
        "coversQuantity | 100000001 | coversQuantity number.range",
        "coversQuantity | 1.5 | coversQuantity json.format",
        "coversQuantity | '5000' | coversQuantity json.type",
        "styleId | '0' | styleId report.style",
        "styleId | 'x' | styleId report.style",
        "styleId | '123456789' | styleId report.style",
        "styleId | 5 | styleId json.not-text",
        "parts | [] | parts composition.empty",
        "parts | [{'fibres':[{'fibre':'棉','percent':'99.79'}]}] | parts[0].fibres measured.sum",
        "parts | [{'fibres':[{'fibre':'棉','percent':100}]}]"
            + " | parts[0].fibres[0].percent json.not-text",
      })
  void refusesWhatIsNoReport(String member, String value, String field) {
    Answer answer = maker.post(NewReports.PATH, bodies.with(member, value).json());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.fields()).as(answer.toString()).contains(field);
  }

  @Test
  void takesAReportOfTodayInChinaAndNoneOfTomorrow() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Alarms.CHINA);
    Answer tomorrow =
        maker.post(NewReports.PATH, bodies.with("issuedOn", "'" + today.plusDays(1) + "'").json());
    assertThat(tomorrow.status()).isEqualTo(422);
    assertThat(tomorrow.fields()).containsExactly("issuedOn report.future");
    assertThat(
            maker.post(NewReports.PATH, bodies.with("issuedOn", "'" + today + "'").json()).status())
        .isEqualTo(201);
  }

  @Test
  void refusesAStyleOfAnotherMaker() {
    NewReports others = NewReports.forNewStyle(makers.maker().api(port));
    Answer answer = maker.post(NewReports.PATH, others.json());
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.fields()).containsExactly("styleId report.style");
  }

  @Test
  void refusesTheSameReportTwiceForOneStyleHoweverItIsSpelt() {
    assertThat(maker.post(NewReports.PATH, bodies.json()).status()).isEqualTo(201);
    String spaced = "'  " + bodies.number().toLowerCase(java.util.Locale.ROOT) + " .'";
    Answer again = maker.post(NewReports.PATH, bodies.with("number", spaced).json());
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.problem()).isEqualTo("already-exists");
  }

  @Test
  void showsAMakerItsOwnReportsOnly() {
    Api other = makers.maker().api(port);
    NewReports others = NewReports.forNewStyle(other);
    String id = other.post(NewReports.PATH, others.json()).text("id");
    String mine = maker.post(NewReports.PATH, bodies.json()).text("id");

    assertThat(maker.get(NewReports.PATH).json().findValuesAsString("id")).containsExactly(mine);
    assertThat(maker.get(NewReports.PATH + "/" + id).status()).isEqualTo(404);
    Api association = makers.association().api(port);
    assertThat(association.get(NewReports.PATH + "/" + id).status()).isEqualTo(200);
    assertThat(association.get(NewReports.PATH).json().findValuesAsString("id")).contains(id, mine);
    Api bench = makers.colleague(member, Role.QC).api(port);
    assertThat(bench.get(NewReports.PATH).status()).isEqualTo(403);
    assertThat(bench.get(NewReports.PATH + "/" + mine).status()).isEqualTo(403);
    assertThat(bench.post(NewReports.PATH, bodies.json()).status()).isEqualTo(403);
    assertThat(association.post(NewReports.PATH, bodies.json()).status()).isEqualTo(403);
  }

  @Test
  void coversUpToItsQuantityAndTellsWhatIsLeft() {
    ReportId id = id(maker.post(NewReports.PATH, bodies.json()));
    cover(id, 4999);

    assertThatThrownBy(() -> cover(id, 2))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(ProblemKind.COVERAGE_EXCEEDED);
              assertThat(problem.members()).containsEntry("left", 1L);
            });
    cover(id, 1);
    assertThat(reports.find(id).orElseThrow().usedQuantity()).isEqualTo(5000);
  }

  @Test
  void neverCoversMoreThanItsQuantityWhenManyAskAtOnce() throws Exception {
    ReportId id = id(maker.post(NewReports.PATH, bodies.json()));
    AtomicInteger taken = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(6)) {
      for (int i = 0; i < 6; i++) {
        threads.submit(() -> {
          start.await();
          cover(id, 1000);
          return taken.incrementAndGet();
        });
      }
      start.countDown();
    }
    assertThat(taken).hasValue(5);
    assertThat(reports.find(id).orElseThrow().usedQuantity()).isEqualTo(5000);
  }

  @Test
  void coversNothingOnceWithdrawn() {
    Answer made = maker.post(NewReports.PATH, bodies.json());
    String path = NewReports.PATH + "/" + made.text("id") + "/withdrawal";
    Api association = makers.association().api(port);

    assertThat(maker.post(path, "{'reason':'错'}").status()).isEqualTo(403);
    assertThat(association.post(path, "{'reason':' '}").fields())
        .containsExactly("reason field.missing");
    Answer withdrawn = association.post(path, "{'reason':'检验机构已撤回该报告'}");
    assertThat(withdrawn.status()).isEqualTo(200);
    assertThat(withdrawn.text("status")).isEqualTo("WITHDRAWN");
    assertThat(association.post(path, "{'reason':'再次'}").status()).isEqualTo(409);
    assertThatThrownBy(() -> cover(id(made), 1))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.STATE_CONFLICT));
  }

  private void cover(ReportId id, long pieces) {
    transaction.executeWithoutResult(_ -> reports.cover(id, pieces));
  }

  private static ReportId id(Answer made) {
    return new ReportId(Long.parseLong(made.text("id")));
  }
}
