package cn.zhenrong.conformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhenrong.problem.FieldProblem;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rule sets are data: which one holds when, and what people read of it.
class RuleSetsTest {
  private static final List<List<String>> SETS = Table.read(RuleData.class, "rule_sets.tsv", 13);
  private static final List<List<String>> RULES = Table.read(RuleData.class, "rules.tsv", 8);
  private static final List<List<String>> LIMITS = Table.read(RuleData.class, "limits.tsv", 8);

  private final Conformity conformity = new Conformity();

  static RuleSet set(String name, LocalDate from, @Nullable LocalDate until) {
    Words none = new Words("", "");
    return new RuleSet(name, name, "CN", name, "1", from, until, Confidence.CONFIRMED, none, none);
  }

  @Test
  void everyMarketHasOneSetInForceToday() {
    for (String market : List.of("CN", "EU", "US", "JP")) {
      assertThat(conformity.inForce(market, Garments.DAY)).as(market).isPresent();
    }
    assertThat(conformity.inForce("FR", Garments.DAY)).isEmpty();
    assertThat(conformity.books()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({
    "CN, 2014-04-30, false", "CN, 2014-05-01, true",
    "EU, 2012-05-07, false", "EU, 2012-05-08, true",
    "US, 2014-07-06, false", "US, 2014-07-07, true",
    "JP, 2017-03-31, false", "JP, 2017-04-01, true",
  })
  void aSetIsUsedFromItsFirstDayOn(String market, LocalDate day, boolean used) {
    assertThat(conformity.inForce(market, day).isPresent()).isEqualTo(used);
  }

  @Test
  void aLaterEditionTakesOverOnItsDay() {
    Conformity both = withSecondEdition("2027-12-31", "2028-01-01");
    assertThat(both.inForce("CN", LocalDate.of(2027, 12, 31)).orElseThrow().edition())
        .isEqualTo("2013");
    assertThat(both.inForce("CN", LocalDate.of(2028, 1, 1)).orElseThrow().edition())
        .isEqualTo("2027");
    Verdict verdict =
        both.judge("GB/T 29862-2027", Garments.label("棉 100"), Garments.report("棉 100"));
    assertThat(verdict.ruleSet()).isEqualTo("GB/T 29862-2027");
    assertThat(verdict.edition()).isEqualTo("2027");
  }

  @Test
  void aSetThatIsNotInForceGivesNoNewVerdict() {
    Conformity both = withSecondEdition("2027-12-31", "2028-01-01");
    assertThat(problem(both, "GB/T 29862-2027", "2027-12-31")).isEqualTo("rule-set.not-in-force");
    assertThat(problem(both, "GB/T 29862-2013", "2028-01-01")).isEqualTo("rule-set.not-in-force");
    assertThat(problem(both, "GB/T 29862-2013", "2027-12-31")).isEmpty();
    assertThat(problem(both, "GB/T 29862-2027", "2028-01-01")).isEmpty();
  }

  @Test
  void twoSetsOfOneMarketAreNeverInForceTogether() {
    assertThatThrownBy(() -> withSecondEdition("2028-01-01", "2028-01-01"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> withSecondEdition("-", "2028-01-01"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> withSecondEdition("2013-12-31", "2013-01-01"))
        .isInstanceOf(IllegalArgumentException.class);
    RuleSet past = set("a", LocalDate.of(2000, 1, 1), LocalDate.of(2001, 1, 1));
    assertThat(past.overlaps(set("b", LocalDate.of(2001, 1, 2), null))).isFalse();
    assertThat(past.overlaps(set("b", LocalDate.of(2001, 1, 1), null))).isTrue();
    assertThat(set("b", LocalDate.of(1999, 1, 1), null).overlaps(past)).isTrue();
    assertThat(conformity.books().getFirst().set().overlaps(conformity.books().get(1).set()))
        .isFalse();
  }

  @Test
  void everyRowBelongsToASet() {
    Set<String> names = new TreeSet<>(Set.of("*"));
    SETS.forEach(row -> names.add(row.getFirst()));
    assertThat(RULES).allMatch(row -> names.contains(row.getFirst()));
    assertThat(LIMITS).allMatch(row -> names.contains(row.getFirst()));
    for (List<String> limit : LIMITS) {
      assertThat(RULES)
          .as(limit.toString())
          .anyMatch(
              rule -> rule.getFirst().equals(limit.getFirst()) && rule.get(1).equals(limit.get(1)));
    }
    List<List<String>> all = new ArrayList<>(RULES);
    all.addAll(LIMITS);
    all.addAll(SETS);
    assertThat(all).allMatch(row -> row.stream().noneMatch(String::isBlank));
  }

  @Test
  void tellsEachRuleWithClauseNumbersConfidenceAndSource() {
    RuleBook china = conformity.books().getFirst();
    assertThat(china.rules())
        .extracting(RuleBook.Entry::id)
        .contains("G1", "G2", "G3", "G4", "G5", "G6", "G7", "T1", "T2", "T3", "T4", "T5a", "T5b")
        .contains("T6", "T7", "T8", "T9", "T10", "T11", "T12", "T13", "T14", "T15")
        .contains("P1", "P2", "V0")
        .doesNotHaveDuplicates();
    RuleBook.Entry t7 = entry(china, "T7");
    assertThat(t7.clause()).isEqualTo("6.11/6.12/7.2");
    assertThat(t7.confidence()).isEqualTo(Confidence.PARTLY);
    assertThat(t7.numbers())
        .extracting(RuleBook.Number::text, RuleBook.Number::confidence)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("≤5", Confidence.MEMORY),
            org.assertj.core.groups.Tuple.tuple("≤7", Confidence.MEMORY));
    assertThat(t7.words().zh()).contains("除外");
    assertThat(t7.source().en()).contains("from memory");
    assertThat(entry(china, "V0").clause()).isNull();
    // T1 takes no number of T10 or T11.
    assertThat(entry(china, "T1").numbers()).isEmpty();
  }

  @Test
  void everyRuleAndNumberHasWordsInBothLanguages() {
    for (RuleBook book : conformity.books()) {
      for (RuleBook.Entry rule : book.rules()) {
        assertThat(rule.words().zh()).as(rule.id()).matches(".*\\p{IsHan}.*");
        assertThat(rule.words().en()).as(rule.id()).matches("[^\\p{IsHan}]*[a-z].*");
        rule.numbers().forEach(n -> assertThat(n.name().zh() + n.name().en()).isNotBlank());
      }
    }
  }

  @Test
  void tellsWhichMethodCarriesWhichClaim() {
    assertThat(conformity.methods())
        .hasSize(11)
        .filteredOn(m -> m.number().equals("GB/T 2910"))
        .singleElement()
        .satisfies(m -> assertThat(m.supports().zh()).contains("不能支持山羊绒含量"));
    assertThat(conformity.methods())
        .filteredOn(m -> m.number().equals("GB/T 40903"))
        .singleElement()
        .satisfies(m -> assertThat(m.supports().en()).contains("not how much"));
    assertThat(conformity.methods())
        .filteredOn(m -> m.confidence() == Confidence.MEMORY)
        .extracting(MethodEntry::number)
        .containsExactly("IWTO 58");
  }

  private static RuleBook.Entry entry(RuleBook book, String id) {
    return book.rules().stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
  }

  private static Conformity withSecondEdition(String firstUntil, String secondFrom) {
    List<List<String>> sets = new ArrayList<>();
    List<String> china = new ArrayList<>(SETS.getFirst());
    china.set(7, firstUntil);
    sets.add(china);
    List<String> next = new ArrayList<>(SETS.getFirst());
    next.set(0, "GB/T 29862-2027");
    next.set(1, "gbt-29862-2027");
    next.set(5, "2027");
    next.set(6, secondFrom);
    sets.add(next);
    return new Conformity(RuleData.of(sets, copied(RULES), copied(LIMITS)));
  }

  private static List<List<String>> copied(List<List<String>> rows) {
    List<List<String>> both = new ArrayList<>(rows);
    for (List<String> row : rows) {
      if (row.getFirst().equals(Garments.SET)) {
        List<String> copy = new ArrayList<>(row);
        copy.set(0, "GB/T 29862-2027");
        both.add(copy);
      }
    }
    return both;
  }

  private static String problem(Conformity both, String set, String day) {
    Problem problem =
        catchThrowableOfType(
            Problem.class,
            () ->
                both.judge(
                    set,
                    Garments.parts("棉 100"),
                    Garments.raw("棉 100"),
                    null,
                    LocalDate.parse(day)));
    return problem == null
        ? ""
        : String.join(",", problem.fields().stream().map(FieldProblem::code).toList());
  }
}
