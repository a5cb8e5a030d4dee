package cn.zhenrong.scan;

import cn.zhenrong.scan.CloneSimulation.Played;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// How well one rule did on simulated codes.
///
/// @param right hits that told the truth
/// @param wanted codes the rule is there for
/// @param found of those
/// @param falseHonest hits on honest codes nobody harvested
/// @param honest codes of that kind
record CloneTally(
    CloneRule rule, long hits, long right, long wanted, long found, long falseHonest, long honest) {

  static List<CloneTally> of(List<Played> played) {
    return Arrays.stream(CloneRule.values())
        .filter(rule -> rule != CloneRule.PROBING)
        .map(rule -> of(rule, played))
        .toList();
  }

  private static CloneTally of(CloneRule rule, List<Played> played) {
    Predicate<Played> hit = one -> one.hits().contains(rule);
    Predicate<Played> meant = one -> isMeant(rule, one);
    return new CloneTally(
        rule,
        count(played, hit),
        count(played, hit.and(one -> isTrue(rule, one))),
        count(played, meant),
        count(played, meant.and(hit)),
        count(played, hit.and(CloneTally::isInnocent)),
        count(played, CloneTally::isInnocent));
  }

  static boolean isInnocent(Played one) {
    return one.kind().isHonest() && !one.harvested();
  }

  static long count(List<Played> played, Predicate<Played> which) {
    return played.stream().filter(which).count();
  }

  /// Whether a rule is there for such a code.
  private static boolean isMeant(CloneRule rule, Played one) {
    return switch (rule) {
      case VERIFIED_BEFORE_ACTIVATION -> one.kind() == Kind.STOLEN;
      case VERIFIED_AFTER_VOID -> one.kind() == Kind.VOID_USED;
      case IMPOSSIBLE_TRAVEL -> one.kind().isCloned() && one.kind() != Kind.CLONED_ONE_CITY;
      case TOO_MANY_DEVICES, TWO_OPENINGS -> one.kind().isCloned();
      case ONE_DEVICE_MANY_CODES -> one.harvested();
      case PROBING -> false;
    };
  }

  /// Whether what a rule says of such a code is so, even if it is not there for it.
  private static boolean isTrue(CloneRule rule, Played one) {
    return isMeant(rule, one)
        || (one.kind().isCloned() && rule != CloneRule.ONE_DEVICE_MANY_CODES)
        || (one.harvested() && rule == CloneRule.VERIFIED_BEFORE_ACTIVATION);
  }

  double precision() {
    return hits == 0 ? 1 : (double) right / hits;
  }

  double recall() {
    return wanted == 0 ? 1 : (double) found / wanted;
  }

  double falsePerHundredThousand() {
    return honest == 0 ? 0 : 100_000.0 * falseHonest / honest;
  }

  /// Tables for people: each rule, and how many codes of each kind show the amber page.
  static String tables(List<Played> played, List<CloneTally> tallies, Predicate<Played> amber) {
    String rules =
        tallies.stream()
            .map(tally ->
                String.format(
                    Locale.ROOT,
                    "| %s | %d | %.3f | %.3f | %.1f |\n",
                    tally.rule(),
                    tally.hits(),
                    tally.precision(),
                    tally.recall(),
                    tally.falsePerHundredThousand()))
            .collect(Collectors.joining());
    String kinds =
        Arrays.stream(Kind.values())
            .map(kind -> kindRow(kind, played, amber))
            .collect(Collectors.joining());
    return "| rule | hits | precision | recall | false alarms per 100 000 honest codes |\n|---|---|---|---|---|\n"
        + rules
        + "\n| what happened to the code | codes | amber page |\n|---|---|---|\n"
        + kinds;
  }

  private static String kindRow(Kind kind, List<Played> played, Predicate<Played> amber) {
    long all = count(played, one -> one.kind() == kind);
    long shown = count(played, amber.and(one -> one.kind() == kind));
    return String.format(
        Locale.ROOT, "| %s | %d | %.2f %% |\n", kind, all, all == 0 ? 0 : 100.0 * shown / all);
  }
}
