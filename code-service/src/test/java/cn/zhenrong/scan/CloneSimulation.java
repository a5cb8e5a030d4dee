package cn.zhenrong.scan;

import cn.zhenrong.issue.BatchId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Plays weeks of simulated verifications, batch by batch in order of time, through the rules, and
/// notes which code was hit by what. The same seed gives the same numbers.
final class CloneSimulation {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final int BATCH = 1000;

  private final RandomGenerator random;
  private final CloneRules rules;
  private final DeviceTrails trails;
  private final List<Played> played = new ArrayList<>();

  /// One code after its weeks.
  ///
  /// @param harvested whether it was read from a roll by somebody who reads the roll
  record Played(Kind kind, boolean harvested, Set<CloneRule> hits) {}

  private record Happening(int code, ScanVisit visit) {}

  CloneSimulation(CloneRuleBook book, long seed) {
    this.random = new SplittableRandom(seed);
    this.rules = new CloneRules(book);
    this.trails = new DeviceTrails(book, _ -> {});
  }

  List<Played> play(int codes) {
    for (int first = 0; first < codes; first += BATCH) {
      batch(first, Math.min(BATCH, codes - first));
    }
    return List.copyOf(played);
  }

  private void batch(int first, int codes) {
    List<Story> stories = new ArrayList<>();
    List<Happening> happenings = new ArrayList<>();
    for (int code = 0; code < codes; code++) {
      Story story = Story.of(kind(), START, random);
      stories.add(story);
      for (ScanVisit visit : story.visits()) {
        happenings.add(new Happening(code, visit));
      }
    }
    Set<Integer> harvested = harvest(codes, happenings);
    checkGoods(codes, happenings);
    happenings.sort(Comparator.comparing(happening -> happening.visit().at()));
    Map<Integer, CodeRecord> records = new HashMap<>();
    List<Set<CloneRule>> hits = new ArrayList<>();
    stories.forEach(_ -> hits.add(EnumSet.noneOf(CloneRule.class)));
    for (Happening one : happenings) {
      ScanEvent event = one.visit().event(first + one.code());
      CodeRecord before = records.get(one.code());
      CodeRecord after = Tally.after(before, new Fresh(event, true));
      records.put(one.code(), after);
      if (Signals.counts(before, event, after)) {
        for (Signal signal : signals(new BatchId(first), before, event, stories.get(one.code()))) {
          hits.get((int) signal.index() - first).add(signal.rule());
        }
      }
    }
    for (int code = 0; code < codes; code++) {
      played.add(new Played(stories.get(code).kind(), harvested.contains(code), hits.get(code)));
    }
  }

  private List<Signal> signals(
      BatchId batch, @Nullable CodeRecord before, ScanEvent event, Story story) {
    List<Signal> hits =
        new ArrayList<>(rules.hits(batch, before, event, story.standingAt(event.at())));
    if (story.kind() != Kind.DISPLAY) {
      DeviceTrails.Notes notes = trails.notes();
      hits.addAll(notes.note(batch, event));
      notes.keep();
    }
    return hits;
  }

  private Kind kind() {
    int all = 0;
    for (Kind kind : Kind.values()) {
      all += kind.share();
    }
    int luck = random.nextInt(all);
    for (Kind kind : Kind.values()) {
      luck -= kind.share();
      if (luck < 0) {
        return kind;
      }
    }
    throw new IllegalStateException();
  }

  /// In one batch of ten somebody reads a piece of the roll with one telephone, at a sitting or
  /// some each day, before or after activation.
  private Set<Integer> harvest(int codes, List<Happening> happenings) {
    Set<Integer> read = new HashSet<>();
    if (random.nextInt(10) != 0) {
      return read;
    }
    int wanted = 40 + random.nextInt(400);
    int first = random.nextInt(codes);
    int seconds = random.nextBoolean() ? 8 : 1200;
    Instant at = START.minus(Duration.ofDays(random.nextBoolean() ? 40 : 10));
    Device device = Shopper.device(random.nextLong(), 1);
    for (int i = 0; i < wanted && first + i < codes; i++) {
      at = at.plusSeconds(1 + random.nextInt(seconds));
      happenings.add(new Happening(first + i, new ScanVisit(device, Province.ZHEJIANG, at, false)));
      read.add(first + i);
    }
    return read;
  }

  /// Shops check what was delivered: one telephone, up to 40 garments of the batch within an hour.
  private void checkGoods(int codes, List<Happening> happenings) {
    for (int shop = 0; shop < 6; shop++) {
      Device device = Shopper.device(random.nextLong(), 2);
      Province there = Shopper.anywhere(random);
      Instant at = START.plus(Duration.ofHours(random.nextInt(24 * 14)));
      int garments = 5 + random.nextInt(36);
      int first = random.nextInt(Math.max(1, codes - garments));
      for (int i = 0; i < garments && first + i < codes; i++) {
        at = at.plusSeconds(20 + random.nextInt(60));
        happenings.add(new Happening(first + i, new ScanVisit(device, there, at, false)));
      }
    }
  }
}
