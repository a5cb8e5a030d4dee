package cn.zhenrong.issue;

import static cn.zhenrong.issue.Garment.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.party.Role;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.ServiceTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class IssuingIT {
  @Autowired Makers makers;
  @Autowired Batches batches;
  @LocalServerPort int port;

  private Member member;
  private Api maker;
  private Garment garment;

  @BeforeEach
  void aGarment() {
    member = makers.maker();
    maker = member.api(port);
    garment = Garment.passing(maker, 5000);
  }

  @Test
  void acceptsAnApplicationAndOpensIt() {
    Answer made = garment.apply(garment.body("500", ",'externalNo':'PO-1'"));

    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.text("verdict")).isEqualTo("PASS");
    assertThat(made.json().path("count").asLong()).isEqualTo(500);
    assertThat(made.text("profile")).isEqualTo("signed");
    assertThat(made.text("statement")).isEqualTo("WS100");
    assertThat(made.text("status")).isIn("SEALING", "OPEN");
    garment.awaitOpen(made.text("id"));
    Answer read = maker.get(PATH + "/" + made.text("id"));
    assertThat(read.json().path("sealedLeaves").asLong()).isEqualTo(500);
    assertThat(read.json().path("decision").path("verdict").asString()).isEqualTo("PASS");
    assertThat(read.json().at("/lines/0/colour").asString()).isEqualTo("驼色");
    assertThat(used()).isEqualTo(500);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | lines lines.count",
        "null | lines lines.count",
        "[null] | lines[0].quantity field.missing",
        "[{'colour':'驼色','size':'170/92A','quantity':0}] | lines[0].quantity number.range",
        "[{'colour':'驼色','size':'170/92A','quantity':-1}] | lines[0].quantity number.range",
        "[{'colour':'驼色','size':'170/92A','quantity':1000000000}]"
            + " | lines[0].quantity number.range",
        "[{'colour':'驼色','size':'170/92A','quantity':1.5}] | lines[0].quantity json.format",
        "[{'colour':'驼色','size':'170/92A','quantity':'5'}] | lines[0].quantity json.type",
        "[{'colour':'驼色','size':'170/92A','quantity':99999999},"
            + "{'colour':'驼色','size':'170/92A','quantity':2}] | lines lines.total",
        "[{'colour':'绿色','size':'170/92A','quantity':5}] | lines[0].colour variant.unknown",
        "[{'colour':'驼色','size':'175/96A','quantity':5}] | lines[0].size variant.unknown",
      })
  void refusesLinesThatAreNone(String lines, String field) {
    Answer answer = garment.apply(garment.bodyOf(lines, ""));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.fields()).as(answer.toString()).contains(field);
  }

  @Test
  void takesFiveHundredLinesAndNoMore() {
    String line = "{'colour':'驼色','size':'170/92A','quantity':1}";
    String most = String.join(",", java.util.Collections.nCopies(500, line));

    assertThat(garment.apply(garment.bodyOf("[" + most + "]", "")).status()).isEqualTo(201);
    Answer more = garment.apply(garment.bodyOf("[" + most + "," + line + "]", ""));
    assertThat(more.fields()).containsExactly("lines lines.count");
  }

  @Test
  void refusesRecordsOfAnotherMaker() {
    Garment others = Garment.passing(makers.maker().api(port), 5000);
    Garment mixed = new Garment(maker, garment.style(), others.label(), others.report());

    Answer answer = mixed.apply(mixed.body("5", ""));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.fields())
        .containsExactly("labelId reference.unknown", "reportId reference.unknown");
  }

  @Test
  void refusesRecordsOfAnotherStyle() {
    Garment second = Garment.passing(maker, 5000);
    Garment mixed = new Garment(maker, garment.style(), second.label(), second.report());

    Answer answer = mixed.apply(mixed.body("5", ""));

    assertThat(answer.fields())
        .containsExactly("labelId label.other-style", "reportId report.other-style");
  }

  @ParameterizedTest
  @CsvSource({"x", "''", "99999999999999999999", "12"})
  void refusesAReferenceThatNamesNothing(String id) {
    Garment wrong = new Garment(maker, garment.style(), id, garment.report());
    Answer answer = wrong.apply(wrong.body("5", ""));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.fields().toString()).contains("labelId ");
  }

  @Test
  void letsOnlyMakersApply() {
    Api bench = makers.colleague(member, Role.QC).api(port);
    assertThat(bench.post(PATH, garment.body("5", "")).status()).isEqualTo(403);
    Api association = makers.association().api(port);
    assertThat(association.post(PATH, garment.body("5", "")).status()).isEqualTo(403);
    assertThat(new Api(port, "").post(PATH, garment.body("5", "")).status()).isEqualTo(401);
  }

  @Test
  void refusesMoreThanTheReportCovers() {
    assertThat(garment.apply(garment.body("4999", "")).status()).isEqualTo(201);

    Answer over = garment.apply(garment.body("2", ""));
    assertThat(over.status()).isEqualTo(422);
    assertThat(over.problem()).isEqualTo("coverage-exceeded");
    assertThat(over.json().path("left").asLong()).isEqualTo(1);
    assertThat(garment.apply(garment.body("1", "")).status()).isEqualTo(201);
    assertThat(used()).isEqualTo(5000);
  }

  @Test
  void keepsTheGateShutAndTellsTheFindings() {
    Garment fails = Garment.failing(maker);

    Answer answer = fails.apply(fails.body("5", ""));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("gate-closed");
    assertThat(answer.text("verdict")).isEqualTo("FAIL");
    assertThat(answer.json().path("parts").size()).isPositive();
    assertThat(maker.get(PATH).json().size()).isZero();
  }

  @Test
  void givesTheSameAnswerUnderOneIdempotencyKey() {
    Api once = maker.with("Idempotency-Key", "key-1");
    String body = garment.body("7", "");
    Answer first = once.post(PATH, body);
    Answer again = once.post(PATH, body);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(once.post(PATH, garment.body("8", "")).problem())
        .isEqualTo("idempotency-key-reused");
    assertThat(used()).isEqualTo(7);
  }

  @Test
  void takesTheSameExternalNumberForTheSameApplication() {
    String body = garment.body("7", ",'externalNo':'PO-7'");
    Answer first = garment.apply(body);
    Answer again = garment.apply(body);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("id")).isEqualTo(first.text("id"));
    assertThat(used()).isEqualTo(7);
    Answer other = garment.apply(garment.body("8", ",'externalNo':'PO-7'"));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.problem()).isEqualTo("already-exists");
  }

  @Test
  void makesOneBatchOfOneExternalNumberSentManyTimesAtOnce() throws Exception {
    String body = garment.body("7", ",'externalNo':'PO-8'");
    List<Answer> answers = garment.applyAtOnce(8, body);

    assertThat(answers).extracting(Answer::status).containsOnly(200, 201);
    assertThat(answers).extracting(a -> a.text("id")).containsOnly(answers.getFirst().text("id"));
    assertThat(answers).filteredOn(a -> a.status() == 201).hasSize(1);
    assertThat(used()).isEqualTo(7);
  }

  @Test
  void givesApplicationsAtOnceRangesThatDoNotMeet() throws Exception {
    List<Answer> answers = garment.applyAtOnce(24, garment.body("13", ""));

    assertThat(answers).extracting(Answer::status).containsOnly(201);
    List<Batch> made =
        new ArrayList<>(
            answers.stream()
                .map(a -> batches.find(new BatchId(Long.parseLong(a.text("id")))).orElseThrow())
                .toList());
    made.sort(java.util.Comparator.comparingLong(Batch::first));
    for (int i = 1; i < made.size(); i++) {
      assertThat(made.get(i).first())
          .isGreaterThanOrEqualTo(made.get(i - 1).first() + made.get(i - 1).count());
    }
    assertThat(made.getFirst().first()).isPositive();
    assertThat(used()).isEqualTo(24 * 13);
  }

  @Test
  void showsAMakerItsOwnBatchesAndABenchAllOpenOnes() {
    String mine = garment.openBatch(garment.body("5", ""));
    Api other = makers.maker().api(port);
    Api bench = makers.bench().api(port);
    Api association = makers.association().api(port);

    assertThat(other.get(PATH + "/" + mine).status()).isEqualTo(404);
    assertThat(other.get(PATH).json().size()).isZero();
    assertThat(maker.get(PATH).json().findValuesAsString("id")).containsExactly(mine);
    assertThat(bench.get(PATH + "/" + mine).status()).isEqualTo(200);
    assertThat(bench.get(PATH + "/" + mine).json().path("decision").isNull()).isTrue();
    assertThat(bench.get(PATH + "?limit=200").json().findValuesAsString("status"))
        .containsOnly("OPEN");
    assertThat(association.get(PATH + "/" + mine).status()).isEqualTo(200);
  }

  @Test
  void turnsPages() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.addFirst(garment.openBatch(garment.body("1", "")));
      pauseForTheNextMillisecond();
    }
    Answer first = maker.get(PATH + "?limit=2");
    assertThat(first.json().findValuesAsString("id")).isEqualTo(made.subList(0, 2));
    Answer second = maker.get(PATH + "?limit=3&before=" + made.get(1));
    assertThat(second.json().findValuesAsString("id")).isEqualTo(made.subList(2, 5));
    assertThat(maker.get(PATH + "?limit=0").status()).isEqualTo(422);
    assertThat(maker.get(PATH + "?status=BROKEN").status()).isEqualTo(422);
  }

  private long used() {
    return maker.get("/api/v1/reports/" + garment.report()).json().path("coversQuantity").asLong()
        - maker.get("/api/v1/reports/" + garment.report()).json().path("left").asLong();
  }

  private static void pauseForTheNextMillisecond() {
    try {
      Thread.sleep(2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
