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
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@ServiceTest
class YarnIT {
  private static final String PURCHASES = "/api/v1/yarn-purchases";
  private static final String BALANCE = "/api/v1/yarn-balance";

  @Autowired Makers makers;
  @Autowired Reports reports;
  @Autowired TransactionTemplate transaction;
  @LocalServerPort int port;

  private Member member;
  private Api maker;
  private Api association;
  private String style;
  private ReportId report;

  /// A style of 80 % cashmere in its first part.
  @BeforeEach
  void aStyle() {
    member = makers.maker();
    maker = member.api(port);
    association = makers.association().api(port);
    NewReports body = NewReports.forNewStyle(maker).with("parts", NewReports.parts("80", "20"));
    style = body.styleId();
    report = new ReportId(Long.parseLong(maker.post(NewReports.PATH, body.json()).text("id")));
  }

  @Test
  void keepsPurchasesToTheGramAndTakesThemBackByACounterEntry() {
    Answer bought = buy("100.001", "80%山羊绒 20%绵羊毛");
    assertThat(bought.status()).as(bought.toString()).isEqualTo(201);
    assertThat(bought.text("kilograms")).isEqualTo("100.001");
    assertThat(fibre("山羊绒").path("bought").asString()).isEqualTo("80.0008");
    assertThat(fibre("绵羊毛").path("left").asString()).isEqualTo("20.0002");

    String correction = PURCHASES + "/" + bought.text("id") + "/correction";
    assertThat(maker.post(correction, "{}").fields()).containsExactly("reason field.missing");
    Answer counter = maker.post(correction, "{'reason':'重复录入'}");
    assertThat(counter.text("kilograms")).as(counter.toString()).isEqualTo("-100.001");
    assertThat(counter.text("corrects")).isEqualTo(bought.text("id"));
    assertThat(fibre("山羊绒").path("left").asString()).isEqualTo("0");
    assertThat(maker.post(correction, "{'reason':'再次'}").status()).isEqualTo(409);
    String back = PURCHASES + "/" + counter.text("id") + "/correction";
    assertThat(maker.post(back, "{'reason':'再次'}").status()).isEqualTo(409);
    assertThat(maker.get(PURCHASES).json().size()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 100%山羊绒, kilograms yarn.kilograms",
    "-1, 100%山羊绒, kilograms yarn.kilograms",
    "1.2345, 100%山羊绒, kilograms yarn.kilograms",
    "1e3, 100%山羊绒, kilograms yarn.kilograms",
    "'', 100%山羊绒, kilograms field.missing",
    "1, 90%山羊绒, composition composition.sum",
    "1, 大身：100%山羊绒；罗纹：100%棉, composition yarn.one-part",
  })
  void refusesWhatIsNoPurchase(String kilograms, String composition, String field) {
    assertThat(buy(kilograms, composition).fields()).contains(field);
    assertThat(maker.get(PURCHASES).json().size()).isZero();
  }

  /// 8.4 kg of cashmere; a garment of 250 g with 80 % takes 210 g with waste: forty garments.
  @Test
  void saysForHowManyPiecesTheYarnIsEnough() {
    buy("8.4", "100%山羊绒");
    assertThat(maker.get(BALANCE + "?styleId=" + style).json().path("pieces").isNull()).isTrue();
    weigh(250);
    Answer enough = maker.get(BALANCE + "?styleId=" + style);
    assertThat(enough.json().path("pieces").asLong()).as(enough.toString()).isEqualTo(40);
    assertThat(enough.json().at("/words/zh").asString()).contains("约够 40 件");
    cover(39);
    assertThat(maker.get(BALANCE + "?styleId=" + style).json().path("pieces").asLong())
        .isEqualTo(1);
    assertThat(fibre("山羊绒").path("used").asString()).isEqualTo("8.19");
  }

  @Test
  void alarmsTheAssociationOnceWhenMoreIsIssuedThanThereIsYarn() {
    buy("8.4", "100%山羊绒");
    weigh(250);
    cover(40);
    assertThat(alarm()).isNull();
    cover(1);
    JsonNode alarm = java.util.Objects.requireNonNull(alarm());
    assertThat(alarm.path("bought").asString()).isEqualTo("8.4");
    assertThat(alarm.path("used").asString()).isEqualTo("8.61");
    cover(1);
    assertThat(alarms()).isEqualTo(1);

    String closure = "/api/v1/yarn-alarms/" + alarm.path("id").asString() + "/closure";
    assertThat(maker.post(closure, "{'reason':'没事'}").status()).isEqualTo(403);
    assertThat(association.post(closure, "{'reason':'采购单已补'}").status()).isEqualTo(204);
    assertThat(association.post(closure, "{'reason':'再次'}").status()).isEqualTo(404);
    cover(1);
    assertThat(alarms()).isEqualTo(2);
  }

  @Test
  void refusesToIssueMoreToAMakerThatIsBound() {
    bind(true);
    assertThatThrownBy(() -> cover(1))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(ProblemKind.STATE_CONFLICT));
    buy("8.4", "100%山羊绒");
    weigh(250);
    cover(30);
    assertThatThrownBy(() -> cover(11))
        .isInstanceOfSatisfying(
            Problem.class,
            p -> {
              assertThat(p.kind()).isEqualTo(ProblemKind.COVERAGE_EXCEEDED);
              assertThat(p.members()).containsEntry("left", 10L);
            });
    assertThat(reports.find(report).orElseThrow().usedQuantity()).isEqualTo(30);
    cover(10);
    bind(false);
    cover(1);
  }

  @Test
  void asksNothingOfAMakerWithoutARegister() {
    cover(5000);
    assertThat(alarms()).isZero();
  }

  @Test
  void showsAMakerItsOwnYarnOnly() {
    buy("8.4", "100%山羊绒");
    Api other = makers.maker().api(port);
    String asked = "?party=" + member.party().id();
    assertThat(other.get(PURCHASES).json().size()).isZero();
    assertThat(other.get(PURCHASES + asked).status()).isEqualTo(404);
    assertThat(other.get(BALANCE + asked).status()).isEqualTo(404);
    assertThat(other.get(BALANCE + "?styleId=" + style).status()).isEqualTo(404);
    assertThat(put(other, "/api/v1/styles/" + style + "/weight", "{'grams':200}")).isEqualTo(404);
    String id = maker.get(PURCHASES).json().get(0).path("id").asString();
    assertThat(other.post(PURCHASES + "/" + id + "/correction", "{'reason':'错'}").status())
        .isEqualTo(404);
    assertThat(association.get(PURCHASES + asked).json().size()).isEqualTo(1);
    assertThat(association.get(BALANCE + asked).status()).isEqualTo(200);
    assertThat(maker.get("/api/v1/yarn-alarms").status()).isEqualTo(403);
    assertThat(put(maker, "/api/v1/yarn-accounts/" + member.party().id(), "{'bound':false}"))
        .isEqualTo(403);
    assertThat(makers.colleague(member, Role.QC).api(port).get(PURCHASES).status()).isEqualTo(403);
  }

  private Answer buy(String kilograms, String composition) {
    return maker.post(
        PURCHASES,
        """
        {'supplier':'河港绒毛纺（试验）','lot':'Y1','boughtOn':'2026-08-01','kilograms':'%s',
         'composition':'%s'}
        """
            .formatted(kilograms, composition));
  }

  private void weigh(int grams) {
    assertThat(put(maker, "/api/v1/styles/" + style + "/weight", "{'grams':" + grams + "}"))
        .isEqualTo(200);
  }

  private void bind(boolean bound) {
    assertThat(
            put(
                association,
                "/api/v1/yarn-accounts/" + member.party().id(),
                "{'bound':" + bound + ",'reason':'试验'}"))
        .isEqualTo(200);
  }

  private void cover(long pieces) {
    transaction.executeWithoutResult(_ -> reports.cover(report, pieces));
  }

  private JsonNode fibre(String name) {
    return StreamSupport.stream(maker.get(BALANCE).json().path("fibres").spliterator(), false)
        .filter(one -> one.path("fibre").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private @org.jspecify.annotations.Nullable JsonNode alarm() {
    return StreamSupport.stream(
            association.get("/api/v1/yarn-alarms?limit=200").json().spliterator(), false)
        .filter(one -> one.path("party").asString().equals(member.party().id().toString()))
        .findFirst()
        .orElse(null);
  }

  private long alarms() {
    return StreamSupport.stream(
            association.get("/api/v1/yarn-alarms?limit=200").json().spliterator(), false)
        .filter(one -> one.path("party").asString().equals(member.party().id().toString()))
        .count();
  }

  static int put(Api api, String path, String json) {
    return api.http()
        .send(
            "PUT",
            path,
            "application/json",
            json.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
        .status();
  }
}
