package cn.zhenrong.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.file.Pdfs;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.ServiceTest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServiceTest
class AlarmsIT {
  @Autowired Makers makers;
  @Autowired Clock clock;
  @LocalServerPort int port;

  private Api maker;
  private Api other;
  private NewReports first;

  @BeforeEach
  void twoMakersAndAReport() {
    maker = makers.maker().api(port);
    other = makers.maker().api(port);
    first = NewReports.forNewStyle(maker);
    assertThat(codes(maker.post(NewReports.PATH, first.json()))).isEmpty();
  }

  @Test
  void warnsOfANumberUsedByAnotherParty() {
    Answer again = other.post(NewReports.PATH, copyFor(other).json());

    assertThat(again.status()).as(again.toString()).isEqualTo(201);
    assertThat(codes(again)).containsExactly("number-reused");
    assertThat(again.json().at("/alarms/0/words/zh").asString()).isNotBlank();
    assertThat(again.json().at("/alarms/0/words/en").asString()).isNotBlank();
    assertThat(again.json().at("/alarms/0/open").asBoolean()).isTrue();
    String read = other.get(NewReports.PATH + "/" + again.text("id")).toString();
    assertThat(read).contains("number-reused");
    assertThat(other.get(NewReports.PATH).toString()).contains("number-reused");
  }

  @Test
  void warnsOfANumberUsedForAnotherStyle() {
    assertThat(codes(maker.post(NewReports.PATH, copyFor(maker).json())))
        .containsExactly("number-reused");
  }

  @Test
  void warnsWhenTheNumberIsOnlySpeltOtherwise() {
    NewReports spelt =
        copyFor(other)
            .with("number", "' " + first.number().toLowerCase(Locale.ROOT).replace("-", " ") + "'")
            .with("lab", "'江南试验 检测中心。'");
    assertThat(codes(other.post(NewReports.PATH, spelt.json()))).containsExactly("number-reused");
  }

  @Test
  void warnsOfANumberUnderAnotherLaboratory() {
    NewReports.registerLab(maker, "河港试验检测所", "2020-01-01", "2099-12-31");
    NewReports moved = copyFor(other).with("lab", "'河港试验检测所'");
    assertThat(codes(other.post(NewReports.PATH, moved.json())))
        .containsExactly("number-other-lab");
  }

  @Test
  void warnsOfTheSameResultsUnderAnotherNumber() {
    NewReports renumbered = copyFor(other).with("number", "'N" + System.nanoTime() + "'");
    assertThat(codes(other.post(NewReports.PATH, renumbered.json())))
        .containsExactly("results-repeated");
  }

  @Test
  void takesResultsOfOneFibreAloneForNoSign() {
    String pure = "[{'fibres':[{'fibre':'山羊绒','percent':'100'}]}]";
    maker.post(NewReports.PATH, NewReports.forNewStyle(maker).with("parts", pure).json());
    assertThat(
            codes(
                other.post(
                    NewReports.PATH, NewReports.forNewStyle(other).with("parts", pure).json())))
        .isEmpty();
  }

  @Test
  void warnsOfAnOldReportFromTheDayAfterItsYear() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Alarms.CHINA);
    assertThat(codes(maker.post(NewReports.PATH, dated(today.minusYears(1)).json()))).isEmpty();
    assertThat(codes(maker.post(NewReports.PATH, dated(today.minusYears(1).minusDays(2)).json())))
        .containsExactly("old");
  }

  @Test
  void warnsOfAFileUnderAnotherReport() {
    byte[] pdf = Pdfs.onePage("t" + System.nanoTime());
    String mine = maker.get(NewReports.PATH).json().get(0).path("id").asString();
    String theirs = other.post(NewReports.PATH, NewReports.forNewStyle(other).json()).text("id");

    assertThat(codes(maker.upload(NewReports.PATH + "/" + mine + "/file", "file", pdf))).isEmpty();
    assertThat(codes(other.upload(NewReports.PATH + "/" + theirs + "/file", "file", pdf)))
        .containsExactly("file-reused");
  }

  @Test
  void letsTheAssociationCloseAnAlarmWithAReason() {
    String id = other.post(NewReports.PATH, copyFor(other).json()).text("id");
    String path = NewReports.PATH + "/" + id + "/alarms/number-reused/closure";
    Api association = makers.association().api(port);

    assertThat(other.post(path, "{'reason':'没事'}").status()).isEqualTo(403);
    assertThat(association.post(path, "{}").fields()).containsExactly("reason field.missing");
    Answer closed = association.post(path, "{'reason':'已电话核实，同一面料两款共用'}");
    assertThat(closed.status()).isEqualTo(200);
    assertThat(closed.json().at("/alarms/0/open").asBoolean()).isFalse();
    assertThat(association.post(path, "{'reason':'再次'}").status()).isEqualTo(404);
  }

  @Test
  void tellsNothingAboutTheOtherReport() {
    String answer = other.post(NewReports.PATH, copyFor(other).json()).toString();
    String mine = maker.get(NewReports.PATH).json().get(0).path("id").asString();
    assertThat(answer).doesNotContain(mine).doesNotContain(first.styleId());
  }

  @Test
  void namesTheOtherReportToItsOwnPartyAndTheAssociationOnly() {
    String mine = maker.get(NewReports.PATH).json().get(0).path("id").asString();
    Answer own = maker.post(NewReports.PATH, copyFor(maker).json());
    assertThat(own.json().at("/alarms/0/other/id").asString()).isEqualTo(mine);
    assertThat(own.json().at("/alarms/0/other/number").asString()).isEqualTo(first.number());

    Answer others = other.post(NewReports.PATH, copyFor(other).json());
    assertThat(others.json().at("/alarms/0/other/since").asString()).isNotBlank();
    for (JsonNode alarm : others.json().path("alarms")) {
      assertThat(alarm.at("/other/id").isNull()).isTrue();
      assertThat(alarm.at("/other/party").isNull()).isTrue();
      assertThat(alarm.at("/other/number").isNull()).isTrue();
    }
    String seen =
        makers.association().api(port).get(NewReports.PATH + "/" + others.text("id")).toString();
    assertThat(seen).contains(mine);
  }

  @Test
  void alarmsOnlyWhatCameLater() {
    String mine = maker.get(NewReports.PATH).json().get(0).path("id").asString();
    other.post(NewReports.PATH, copyFor(other).json());
    byte[] pdf = Pdfs.onePage("t" + System.nanoTime());
    assertThat(codes(maker.upload(NewReports.PATH + "/" + mine + "/file", "file", pdf))).isEmpty();
    assertThat(codes(maker.get(NewReports.PATH + "/" + mine))).isEmpty();
  }

  @Test
  void warnsAgainOfAnotherFileWhenTheFirstAlarmIsClosed() {
    byte[] one = Pdfs.onePage("one" + System.nanoTime());
    byte[] two = Pdfs.onePage("two" + System.nanoTime());
    for (byte[] pdf : List.of(one, two)) {
      String id = maker.post(NewReports.PATH, NewReports.forNewStyle(maker).json()).text("id");
      maker.upload(NewReports.PATH + "/" + id + "/file", "file", pdf);
    }
    String report =
        NewReports.PATH
            + "/"
            + other.post(NewReports.PATH, NewReports.forNewStyle(other).json()).text("id");
    other.upload(report + "/file", "file", one);
    Api association = makers.association().api(port);
    association.post(report + "/alarms/file-reused/closure", "{'reason':'同一面料'}");
    assertThat(open(other.get(report))).isEmpty();

    assertThat(open(other.upload(report + "/file", "file", two))).containsExactly("file-reused");
    assertThat(open(other.get(report))).containsExactly("file-reused");
  }

  @Test
  void asksWhichAlarmIsClosedWhereSeveralAreOpen() {
    other.post(NewReports.PATH, copyFor(other).json());
    Api third = makers.maker().api(port);
    String report =
        NewReports.PATH + "/" + third.post(NewReports.PATH, copyFor(third).json()).text("id");
    Api association = makers.association().api(port);
    String path = report + "/alarms/number-reused/closure";
    assertThat(association.post(path, "{'reason':'已核实'}").status()).isEqualTo(409);
    String one = association.get(report).json().at("/alarms/0/other/id").asString();
    Answer closed = association.post(path, "{'reason':'已核实','other':'" + one + "'}");
    assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
    assertThat(open(closed)).containsExactly("number-reused");
  }

  @Test
  void knowsTwoFibresToTheSecondDecimalWithinOneLaboratoryAndSeason() {
    String share = fine();
    maker.post(NewReports.PATH, fine(maker, share).json());
    assertThat(codes(other.post(NewReports.PATH, fine(other, share).json())))
        .containsExactly("results-repeated");
    String elsewhere = "河港试验检测所" + System.nanoTime();
    NewReports.registerLab(maker, elsewhere, "2020-01-01", "2099-12-31");
    assertThat(
            codes(
                other.post(
                    NewReports.PATH, fine(other, share).with("lab", "'" + elsewhere + "'").json())))
        .isEmpty();
    LocalDate issued = LocalDate.parse(first.issuedOn());
    assertThat(
            codes(
                other.post(
                    NewReports.PATH,
                    fine(other, share).with("issuedOn", "'" + issued.minusDays(93) + "'").json())))
        .isEmpty();
  }

  @Test
  void takesAReportThatItsMakerTookBackForNoReuseOfItsOwn() {
    String id = maker.get(NewReports.PATH).json().get(0).path("id").asString();
    String path = NewReports.PATH + "/" + id + "/retraction";
    assertThat(other.post(path, "{'reason':'录入有误'}").status()).isEqualTo(404);
    assertThat(maker.post(path, "{}").fields()).containsExactly("reason field.missing");
    Answer back = maker.post(path, "{'reason':'录入有误'}");
    assertThat(back.text("status")).as(back.toString()).isEqualTo("RETRACTED");
    assertThat(maker.post(path, "{'reason':'再次'}").status()).isEqualTo(409);

    Answer again = maker.post(NewReports.PATH, first.json());
    assertThat(again.status()).as(again.toString()).isEqualTo(201);
    assertThat(codes(again)).isEmpty();
    assertThat(open(other.post(NewReports.PATH, copyFor(other).json())))
        .containsOnly("number-reused");
  }

  @Test
  void warnsOfAReportTheAssociationTookBackWhenItComesAgain() {
    String id = maker.get(NewReports.PATH).json().get(0).path("id").asString();
    makers
        .association()
        .api(port)
        .post(NewReports.PATH + "/" + id + "/withdrawal", "{'reason':'检验机构称未出具'}");
    Answer again = maker.post(NewReports.PATH, first.json());
    assertThat(again.status()).as(again.toString()).isEqualTo(201);
    assertThat(codes(again)).containsExactly("number-reused");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'description':'女式羊绒围巾'} | {} | sample-other-product",
        "{'description':'羊绒衫面料'} | {} | sample-other-product",
        "{'styleNo':'另一货号'} | {} | sample-other-product",
        "{'description':'羊绒衫 驼色 1 件'} | {} | ",
        "{'description':'送检样品'} | {'number':'L1','madeOn':'2026-10-08'} | ",
        "{} | {'number':'L1','madeOn':'2026-10-09'} | older-than-goods",
      })
  void warnsWhereTheSampleDoesNotFitTheGoods(String sample, String lot, String code) {
    Answer made =
        maker.post(
            NewReports.PATH,
            NewReports.forNewStyle(maker).with("sample", sample).with("lot", lot).json());
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(codes(made)).isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  void closesTheGateAgainWhenAnAlarmComesAfterIssuing() {
    Papers papers = Papers.of(maker);
    IssuedBatch batch = papers.issue("compact", 4);
    Api bench = makers.bench().api(port);
    assertThat(bench.post(batch.path("activations"), "{'first':1,'last':2}").status())
        .isEqualTo(200);

    byte[] pdf = Pdfs.onePage("t" + System.nanoTime());
    String theirs = other.post(NewReports.PATH, NewReports.forNewStyle(other).json()).text("id");
    other.upload(NewReports.PATH + "/" + theirs + "/file", "file", pdf);
    String report = NewReports.PATH + "/" + papers.report();
    assertThat(open(maker.upload(report + "/file", "file", pdf))).contains("file-reused");

    assertThat(bench.post(batch.path("activations"), "{'first':3,'last':3}").status())
        .isEqualTo(409);
    assertThat(maker.post("/api/v1/batches", papers.application("compact", 1)).text("verdict"))
        .isEqualTo("REVIEW");
    makers
        .association()
        .api(port)
        .post(report + "/alarms/file-reused/closure", "{'reason':'两家共用面料，已核实'}");
    assertThat(bench.post(batch.path("activations"), "{'first':3,'last':3}").status())
        .isEqualTo(200);
  }

  private static String fine() {
    int hundredths = 1 + 10 * ThreadLocalRandom.current().nextInt(500) + 4000;
    return BigDecimal.valueOf(hundredths, 2).toPlainString();
  }

  private static NewReports fine(Api api, String share) {
    return NewReports.forNewStyle(api)
        .with(
            "parts",
            NewReports.parts(
                share, new BigDecimal("100").subtract(new BigDecimal(share)).toPlainString()));
  }

  private static List<String> open(Answer answer) {
    return StreamSupport.stream(answer.json().path("alarms").spliterator(), false)
        .filter(alarm -> alarm.path("open").asBoolean() && alarm.path("review").asBoolean())
        .map(alarm -> alarm.path("code").asString())
        .toList();
  }

  private NewReports copyFor(Api api) {
    return first.with("styleId", "'" + NewReports.forNewStyle(api).styleId() + "'");
  }

  private NewReports dated(LocalDate day) {
    return NewReports.forNewStyle(maker).with("issuedOn", "'" + day + "'");
  }

  private static List<String> codes(Answer answer) {
    return StreamSupport.stream(answer.json().path("alarms").spliterator(), false)
        .map(alarm -> alarm.path("code").asString())
        .toList();
  }
}
