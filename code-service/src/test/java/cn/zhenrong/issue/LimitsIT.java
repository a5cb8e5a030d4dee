package cn.zhenrong.issue;

import static cn.zhenrong.issue.Garment.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.party.Role;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.ServiceTest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@ServiceTest
class LimitsIT {
  private static final String APPROVE = "{'decision':'APPROVE','reason':'产能已核实'}";

  @Autowired Makers makers;
  @Autowired JdbcTemplate sql;
  @Autowired Clock clock;
  @LocalServerPort int port;

  private Member member;
  private Api maker;
  private Api association;
  private Garment garment;
  private String path;

  @BeforeEach
  void aMaker() {
    member = makers.maker();
    maker = member.api(port);
    association = makers.association().api(port);
    garment = Garment.passing(maker, 100_000);
    path = "/api/v1/parties/" + member.party().id() + "/issuing";
  }

  @Test
  void aMakerHasNoLimitsUntilTheAssociationSetsThem() {
    assertThat(garment.apply(garment.body("300", ",'externalNo':'A'")).status()).isEqualTo(201);

    Answer none = maker.get(path);
    assertThat(none.status()).as(none.toString()).isEqualTo(200);
    assertThat(none.json().path("quota").isNull()).isTrue();
    assertThat(none.json().path("approvalAbove").isNull()).isTrue();
    assertThat(none.json().path("left").isNull()).isTrue();
    assertThat(none.json().path("used").asLong()).isEqualTo(300);

    Answer set = set("{'quota':1000,'approvalAbove':500,'reason':'新入会企业'}");
    assertThat(set.status()).as(set.toString()).isEqualTo(200);
    assertThat(maker.get(path).json()).isEqualTo(set.json());
    assertThat(set.json().path("quota").asLong()).isEqualTo(1000);
    assertThat(set.json().path("left").asLong()).isEqualTo(700);
    assertThat(set.text("month")).isEqualTo(month().toString());
    assertThat(
            sql.queryForList(
                "SELECT words FROM audit WHERE subject = ? AND action = 'issuing.limit'",
                String.class,
                "party/" + member.party().id()))
        .containsExactly("quota 1000, approval above 500: 新入会企业");

    assertThat(set("{'quota':null,'reason':'解除'}").json().path("quota").isNull()).isTrue();
    assertThat(garment.apply(garment.body("2000", "")).text("status")).isIn("SEALING", "OPEN");
  }

  @Test
  void onlyTheAssociationSetsLimitsAndOnlyTheMakerItselfSeesThem() {
    String body = "{'quota':1,'reason':'x'}";
    assertThat(maker.put(path, body).status()).isEqualTo(403);
    assertThat(makers.maker().api(port).get(path).status()).isEqualTo(404);
    assertThat(makers.colleague(member, Role.QC).api(port).get(path).status()).isEqualTo(200);
    assertThat(association.put("/api/v1/parties/1/issuing", body).status()).isEqualTo(404);
    String warehouse = "/api/v1/parties/" + makers.bench().party().id() + "/issuing";
    assertThat(association.put(warehouse, body).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'quota':-1,'reason':'x'} | quota number.range",
        "{'approvalAbove':-1,'reason':'x'} | approvalAbove number.range",
        "{'quota':'5','reason':'x'} | quota json.type",
        "{'quota':1.5,'reason':'x'} | quota json.format",
        "{'quota':5} | reason field.missing",
      })
  void refusesLimitsThatAreNone(String body, String field) {
    Answer answer = set(body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.fields()).contains(field);
    assertThat(maker.get(path).json().path("quota").isNull()).isTrue();
  }

  @Test
  void acceptsUpToTheQuotaAndNotOneGarmentMore() {
    assertThat(garment.apply(garment.body("40", "")).status()).isEqualTo(201);
    set("{'quota':100,'reason':'x'}");
    assertThat(garment.apply(garment.withSpares(59, 30)).status()).isEqualTo(201);

    Answer over = garment.apply(garment.body("2", ""));
    assertThat(over.status()).isEqualTo(422);
    assertThat(over.problem()).isEqualTo("quota-exceeded");
    assertThat(over.json().path("left").asLong()).isEqualTo(1);
    assertThat(over.text("detail")).contains("1 件");
    assertThat(garment.apply(garment.withSpares(1, 1)).status()).isEqualTo(201);
    assertThat(maker.get(path).json().path("used").asLong()).isEqualTo(100);
    assertThat(maker.get(path).json().path("left").asLong()).isZero();
    assertThat(left()).as("a refused batch takes nothing").isEqualTo(100_000 - 100);
  }

  @Test
  void onlyOneOfManyGetsTheLastGarmentsOfAQuota() throws Exception {
    set("{'quota':25,'reason':'x'}");
    List<Answer> answers = garment.applyAtOnce(8, garment.body("10", ""));

    assertThat(answers).filteredOn(a -> a.status() == 201).hasSize(2);
    assertThat(answers).extracting(Answer::problem).containsOnly("", "quota-exceeded");
    assertThat(maker.get(path).json().path("used").asLong()).isEqualTo(20);
    assertThat(left()).isEqualTo(100_000 - 20);
  }

  @Test
  void aMonthBeginsAndEndsInChina() {
    set("{'quota':100,'reason':'x'}");
    String id = garment.apply(garment.body("100", "")).text("id");
    assertThat(garment.apply(garment.body("1", "")).problem()).isEqualTo("quota-exceeded");
    Instant begins = month().atDay(1).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();

    acceptedAt(id, begins);
    assertThat(garment.apply(garment.body("1", "")).problem()).isEqualTo("quota-exceeded");
    acceptedAt(id, begins.minusMillis(1));
    assertThat(maker.get(path).json().path("used").asLong()).isZero();
    assertThat(garment.apply(garment.body("100", "")).status()).isEqualTo(201);
  }

  @Test
  void aCancelledBatchGivesItsGarmentsBack() {
    set("{'quota':100,'reason':'x'}");
    String id = garment.openBatch(garment.body("100", ""));
    assertThat(sql.update("UPDATE batch SET status = 'CANCELLED' WHERE id = ?", id)).isEqualTo(1);
    assertThat(garment.apply(garment.body("100", "")).status()).isEqualTo(201);
  }

  @Test
  void aLargeBatchWaitsForAPersonOfTheAssociationThoughTheGateIsOpen() {
    set("{'approvalAbove':50,'reason':'x'}");
    assertThat(garment.apply(garment.withSpares(50, 50)).text("status")).isIn("SEALING", "OPEN");

    Answer made = garment.apply(garment.body("51", ""));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.text("verdict")).isEqualTo("PASS");
    assertThat(made.text("status")).isEqualTo("AWAITING_REVIEW");
    assertThat(made.json().path("waitsFor")).hasToString("[\"SIZE\"]");
    assertThat(left()).isEqualTo(100_000 - 50);
    String id = made.text("id");
    assertThat(association.get(PATH + "/" + id).json().path("waitsFor")).hasToString("[\"SIZE\"]");

    Answer approved = association.post(PATH + "/" + id + "/approval", APPROVE);
    assertThat(approved.status()).as(approved.toString()).isEqualTo(200);
    assertThat(approved.json().path("waitsFor")).isEmpty();
    garment.awaitOpen(id);
    assertThat(left()).isEqualTo(100_000 - 101);
  }

  @Test
  void aDoubtfulLargeBatchSaysBothAndIsDecidedOnce() {
    Garment doubtful = Garment.doubtful(maker, makers.maker().api(port));
    set("{'approvalAbove':0,'reason':'x'}");
    Answer made = doubtful.apply(doubtful.body("1", ""));
    assertThat(made.json().path("waitsFor")).hasToString("[\"REVIEW\",\"SIZE\"]");

    String approval = PATH + "/" + made.text("id") + "/approval";
    assertThat(association.post(approval, APPROVE).status()).isEqualTo(200);
    assertThat(association.post(approval, APPROVE).problem()).isEqualTo("state-conflict");
  }

  @Test
  void anApprovalDoesNotLiftTheQuotaAndTheBatchGoesOnWaiting() {
    set("{'quota':100,'approvalAbove':50,'reason':'x'}");
    String id = garment.apply(garment.body("60", "")).text("id");
    assertThat(garment.apply(garment.body("50", "")).status()).isEqualTo(201);
    String approval = PATH + "/" + id + "/approval";

    Answer over = association.post(approval, APPROVE);
    assertThat(over.problem()).isEqualTo("quota-exceeded");
    assertThat(over.json().path("left").asLong()).isEqualTo(50);
    assertThat(maker.get(PATH + "/" + id).text("status")).isEqualTo("AWAITING_REVIEW");
    set("{'quota':110,'approvalAbove':50,'reason':'x'}");
    assertThat(association.post(approval, APPROVE).status()).isEqualTo(200);
  }

  private Answer set(String body) {
    return association.put(path, body);
  }

  private long left() {
    return maker.get("/api/v1/reports/" + garment.report()).json().path("left").asLong();
  }

  private YearMonth month() {
    return YearMonth.from(clock.instant().atZone(ZoneId.of("Asia/Shanghai")));
  }

  private void acceptedAt(String id, Instant at) {
    int changed =
        sql.update("UPDATE batch SET accepted_at = ? WHERE id = ?", Timestamp.from(at), id);
    assertThat(changed).isEqualTo(1);
  }
}
