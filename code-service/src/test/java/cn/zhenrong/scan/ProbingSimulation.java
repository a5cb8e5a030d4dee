package cn.zhenrong.scan;

import java.util.SplittableRandom;

/// Minutes of devices that send codes which were never issued: people who mistype, alone or some
/// behind one address, and programs that guess, in order or at random; slow ones too.
final class ProbingSimulation {
  private static final int ONE_IN = 50;

  private ProbingSimulation() {}

  static CloneTally play(CloneRuleBook book, long seed, int minutes) {
    SplittableRandom random = new SplittableRandom(seed);
    int threshold =
        book.thresholds(CloneRule.PROBING).stream()
            .mapToInt(CloneThreshold::count)
            .min()
            .orElseThrow();
    long hits = 0;
    long probers = 0;
    long found = 0;
    for (int minute = 0; minute < minutes; minute++) {
      boolean prober = random.nextInt(ONE_IN) == 0;
      boolean hit = (prober ? guessed(random) : mistyped(random)) >= threshold;
      hits += hit ? 1 : 0;
      probers += prober ? 1 : 0;
      found += prober && hit ? 1 : 0;
    }
    return new CloneTally(
        CloneRule.PROBING, hits, found, probers, found, hits - found, minutes - probers);
  }

  /// From two a minute to ten a second, each power alike.
  private static int guessed(SplittableRandom random) {
    return (int) (2 * Math.pow(300, random.nextDouble()));
  }

  /// One person, at times several who look alike; each tries again with a half chance.
  private static int mistyped(SplittableRandom random) {
    int people = random.nextInt(20) == 0 ? 1 + random.nextInt(4) : 1;
    int wrong = 0;
    for (int person = 0; person < people; person++) {
      wrong++;
      while (random.nextBoolean()) {
        wrong++;
      }
    }
    return wrong;
  }
}
