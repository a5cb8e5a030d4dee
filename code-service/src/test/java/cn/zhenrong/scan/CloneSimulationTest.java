package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.scan.CloneSimulation.Played;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The thresholds on simulated traffic, always the same. The floors are what an amber page must
/// keep to be believed; tables in `target/clone-rules.md`. With `-Dzhenrong.signals.thresholds` the
/// same for an operator's own file, before it is used.
class CloneSimulationTest {
  private static final int CODES = Integer.getInteger("zhenrong.signals", 40_000);
  private static final long SEED = 20261122;
  private static final @Nullable String OWN = System.getProperty("zhenrong.signals.thresholds");
  private static final CloneRuleBook BOOK =
      OWN == null ? new CloneRuleBook() : new CloneRuleBook(Path.of(OWN));

  private static List<Played> played = List.of();
  private static List<CloneTally> tallies = List.of();

  @BeforeAll
  static void play() throws IOException {
    played = new CloneSimulation(BOOK, SEED).play(CODES);
    tallies = new ArrayList<>(CloneTally.of(played));
    tallies.add(ProbingSimulation.play(BOOK, SEED, CODES));
    Files.createDirectories(Path.of("target"));
    Files.writeString(
        Path.of("target/clone-rules.md"),
        CloneTally.tables(played, tallies, CloneSimulationTest::isAmber));
    System.out.printf(
        Locale.ROOT,
        "SIGNALS amber on %.2f of 100 honest codes, precision %.3f, on %.0f of 100 codes cloned in three cities%n",
        100 * share(CloneTally::isInnocent),
        (double) CloneTally.count(played, one -> isAmber(one) && one.kind().isCloned())
            / CloneTally.count(played, CloneSimulationTest::isAmber),
        100 * share(one -> one.kind() == Kind.CLONED_THREE_CITIES));
  }

  @ParameterizedTest
  @EnumSource(names = {"IMPOSSIBLE_TRAVEL", "TOO_MANY_DEVICES", "TWO_OPENINGS"})
  void whatThePageTellsIsNearlyAlwaysSo(CloneRule rule) {
    assertThat(tally(rule).hits()).isGreaterThan(50);
    assertThat(tally(rule).precision()).isGreaterThan(0.95);
    assertThat(tally(rule).falsePerHundredThousand()).isLessThan(25);
  }

  @Test
  void aCodeOnManyGarmentsIsFound() {
    assertThat(share(one -> one.kind() == Kind.CLONED_THREE_CITIES)).isGreaterThan(0.85);
    assertThat(share(one -> one.kind() == Kind.CLONED_ONE_CITY)).isGreaterThan(0.85);
    assertThat(tally(CloneRule.IMPOSSIBLE_TRAVEL).recall()).isGreaterThan(0.4);
  }

  @ParameterizedTest
  @EnumSource(names = {"DISPLAY", "RETURNED", "REPLACED", "TRIED", "STOLEN", "VOID_USED"})
  void theseTripNoRuleThatThePageTells(Kind kind) {
    assertThat(CloneTally.count(played, one -> one.kind() == kind)).isGreaterThan(50);
    assertThat(share(one -> one.kind() == kind)).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      names = {"HONEST", "GIFT", "RESALE", "TRAVELLER", "RETURNED_UNTOLD", "SHOP", "FAMILY"})
  void ordinaryLivesTripThemHardlyEver(Kind kind) {
    assertThat(share(one -> one.kind() == kind)).isLessThan(0.004);
  }

  @Test
  void displayCodesTripNothingAtAll() {
    assertThat(played)
        .filteredOn(one -> one.kind() == Kind.DISPLAY && !one.harvested())
        .isNotEmpty()
        .allMatch(one -> one.hits().isEmpty());
  }

  @Test
  void labelsWhereTheyShouldNotBeAreAlwaysNoticed() {
    assertThat(tally(CloneRule.VERIFIED_BEFORE_ACTIVATION).recall()).isEqualTo(1);
    assertThat(tally(CloneRule.VERIFIED_BEFORE_ACTIVATION).precision()).isGreaterThan(0.7);
    assertThat(tally(CloneRule.VERIFIED_AFTER_VOID).recall()).isEqualTo(1);
    assertThat(tally(CloneRule.VERIFIED_AFTER_VOID).precision()).isGreaterThan(0.8);
  }

  @Test
  void whoReadsARollOrGuessesIsNoticedAndAShopThatChecksItsGoodsIsNot() {
    assertThat(tally(CloneRule.ONE_DEVICE_MANY_CODES).precision()).isGreaterThan(0.99);
    assertThat(tally(CloneRule.ONE_DEVICE_MANY_CODES).recall()).isGreaterThan(0.85);
    assertThat(tally(CloneRule.PROBING).precision()).isGreaterThan(0.99);
    assertThat(tally(CloneRule.PROBING).recall()).isGreaterThan(0.5);
  }

  private static CloneTally tally(CloneRule rule) {
    return tallies.stream().filter(one -> one.rule() == rule).findFirst().orElseThrow();
  }

  /// The share of such codes that show the amber page.
  private static double share(Predicate<Played> which) {
    return (double) CloneTally.count(played, which.and(CloneSimulationTest::isAmber))
        / CloneTally.count(played, which);
  }

  private static boolean isAmber(Played one) {
    return one.hits().stream().anyMatch(rule -> BOOK.words(rule).onPage());
  }
}
