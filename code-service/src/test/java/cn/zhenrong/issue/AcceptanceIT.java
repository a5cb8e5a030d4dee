package cn.zhenrong.issue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.ServiceTest;
import cn.zhenrong.testing.Trips;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What accepting a batch takes: from the report, from the indexes, and from the database's time.
@ServiceTest
class AcceptanceIT {
  /// Each stands in docs/decisions/0051: one more there, one more here.
  private static final int TRIPS = 15;

  @Autowired Makers makers;
  @Autowired Issuing issuing;
  @Autowired IndexRanges ranges;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate sql;
  @LocalServerPort int port;

  private Member member;
  private Api maker;
  private Garment garment;

  @BeforeEach
  void aGarment() {
    member = makers.maker();
    maker = member.api(port);
    garment = Garment.passing(maker, 100_000_000);
  }

  @Test
  void sendsTheSameFewStatementsWhateverTheQuantity() {
    // The first batch of a label marks it as used and may find the block used up.
    assertThat(garment.apply(garment.body("1", "")).status()).isEqualTo(201);
    ranges.take(1);

    List<String> one = Trips.of(() -> applyAndRollBack(1));
    List<String> tenThousand = Trips.of(() -> applyAndRollBack(10_000));

    assertThat(one).as(String.join("\n", one)).hasSize(TRIPS);
    assertThat(one).noneMatch(sent -> sent.startsWith("SELECT @@") || sent.contains("code_"));
    assertThat(verbs(tenThousand)).isEqualTo(verbs(one));
    // More than any block has: a block of its own, in a transaction of its own.
    List<String> tenMillion = Trips.of(() -> applyAndRollBack(10_000_000));
    assertThat(tenMillion).as(String.join("\n", tenMillion)).hasSize(TRIPS + 6);
  }

  @Test
  void takesGarmentsOutOfTheReportAndNotTheirSpares() {
    Garment scarce = Garment.passing(maker, 10);
    Answer made = scarce.apply(scarce.withSpares(10, 10));

    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.json().path("count").asLong()).isEqualTo(20);
    assertThat(made.json().path("garments").asLong()).isEqualTo(10);
    assertThat(made.json().at("/lines/0/quantity").asLong()).isEqualTo(10);
    assertThat(made.json().at("/lines/0/spares").asLong()).isEqualTo(10);
    assertThat(left(scarce)).isZero();
    assertThat(scarce.apply(scarce.withSpares(1, 0)).problem()).isEqualTo("coverage-exceeded");
  }

  @Test
  void countsSparesIntoTheLargestBatchAndTakesNoMoreOfThemThanGarments() {
    assertThat(garment.apply(garment.withSpares(50_000_001, 50_000_000)).fields())
        .containsExactly("lines lines.total");
    assertThat(garment.apply(garment.withSpares(5, 6)).fields())
        .containsExactly("lines[0].spares number.range");
    assertThat(garment.apply(garment.withSpares(5, -1)).fields())
        .containsExactly("lines[0].spares number.range");
  }

  @Test
  void onlyOneOfManyGetsTheLastGarmentsOfAReport() throws Exception {
    Garment scarce = Garment.passing(maker, 25);
    List<Answer> answers = scarce.applyAtOnce(8, scarce.withSpares(10, 10));
    assertThat(answers).filteredOn(a -> a.status() == 201).hasSize(2);
    assertThat(answers).extracting(Answer::problem).containsOnly("", "coverage-exceeded");
    assertThat(left(scarce)).isEqualTo(5);
  }

  @Test
  void aRefusedBatchUsesUpNoIndex() {
    Garment scarce = Garment.passing(maker, 10);
    IndexRange before = ranges.take(1);
    assertThat(scarce.apply(scarce.withSpares(11, 0)).problem()).isEqualTo("coverage-exceeded");
    assertThat(scarce.apply(scarce.withSpares(5, 0)).status()).isEqualTo(201);
    IndexRange after = ranges.take(1);
    assertThat(after.first()).isEqualTo(before.first() + 1 + 5);
  }

  @Test
  void aBlockTheDatabaseDoesNotKnowBacksNoBatch() {
    // As after a fail-over to a server that had not yet heard of the block.
    long block = unusedBlock();
    assertThat(sql.update("DELETE FROM code_block WHERE id = ?", block)).isEqualTo(1);

    assertThat(garment.apply(garment.body("1", ",'externalNo':'F-1'")).status()).isEqualTo(500);
    assertThat(garment.apply(garment.body("1", ",'externalNo':'F-1'")).status()).isEqualTo(201);
    assertThat(left(garment)).isEqualTo(100_000_000 - 1);
  }

  @Test
  void allBatchesOfThisDatabaseHaveIndexesOfTheirOwn() {
    new Ledger(JdbcClient.create(sql)).everyIndexIsUsedAtMostOnce();
  }

  /// Makes the instance begin a new block that has no batch yet.
  private long unusedBlock() {
    ranges.forget(ranges.take(1).block());
    return ranges.take(1).block();
  }

  private void applyAndRollBack(long quantity) {
    NewBatch input =
        new NewBatch(
            garment.style(),
            garment.label(),
            garment.report(),
            "signed",
            List.of(new NewBatch.NewLine("驼色", "170/92A", quantity, null)),
            null);
    transaction.executeWithoutResult(status -> {
      assertThat(issuing.apply(member.caller(), input).isNew()).isTrue();
      status.setRollbackOnly();
    });
  }

  private static List<String> verbs(List<String> sent) {
    return sent.stream().map(one -> one.split(" ", 4)).map(w -> w[0] + " " + w.length).toList();
  }

  private long left(Garment of) {
    return maker.get("/api/v1/reports/" + of.report()).json().path("left").asLong();
  }
}
