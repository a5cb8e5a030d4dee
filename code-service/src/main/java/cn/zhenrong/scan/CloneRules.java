package cn.zhenrong.scan;

import cn.zhenrong.issue.BatchId;
import cn.zhenrong.lifecycle.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rules about one code: what was known of it, one more visit, and where it stands decide.
///
/// What was seen before a returned code was inspected and sold again does not count, nor does
/// anything about a display code. A device key changes with the network, so one shopper is several
/// devices; and a telephone abroad from its home network may show its home province. Both are why
/// one pair of devices or places is never enough (docs/decisions/0091).
final class CloneRules {
  private final CloneRuleBook book;

  CloneRules(CloneRuleBook book) {
    this.book = book;
  }

  /// The hits this visit makes; a visit that adds nothing to what was seen before makes none.
  ///
  /// @param before null for the first visit of a code
  List<Signal> hits(
      long index, BatchId batch, @Nullable CodeRecord before, ScanVisit visit, Standing standing) {
    return switch (standing.state()) {
      case ISSUED, RELEASED ->
          List.of(alone(CloneRule.VERIFIED_BEFORE_ACTIVATION, index, batch, visit));
      case VOID, SPOILED, REPLACED, SAMPLED -> afterVoid(index, batch, visit, standing.since());
      case ACTIVE, SHIPPED ->
          before == null ? List.of() : copies(index, batch, before, visit, start(standing));
      case RETURNED, DISPLAY -> List.of();
    };
  }

  private static Instant start(Standing standing) {
    return standing.soldAgain() && standing.since() != null ? standing.since() : Instant.MIN;
  }

  /// Who voids a label may look whether it worked.
  private List<Signal> afterVoid(
      long index, BatchId batch, ScanVisit visit, @Nullable Instant since) {
    CloneRule rule = CloneRule.VERIFIED_AFTER_VOID;
    boolean isHit =
        since != null
            && book.thresholds(rule).stream()
                .anyMatch(line -> !visit.at().isBefore(since.plus(line.gap())));
    return isHit ? List.of(alone(rule, index, batch, visit)) : List.of();
  }

  private static Signal alone(CloneRule rule, long index, BatchId batch, ScanVisit visit) {
    return new Signal(rule, index, batch, visit.at(), visit.at(), 1, places(Stream.empty(), visit));
  }

  private List<Signal> copies(
      long index, BatchId batch, CodeRecord before, ScanVisit visit, Instant start) {
    List<Seen> counted =
        before.devices().stream().filter(seen -> !seen.lastAt().isBefore(start)).toList();
    List<Signal> hits = new ArrayList<>();
    for (CloneRule rule :
        List.of(CloneRule.IMPOSSIBLE_TRAVEL, CloneRule.TOO_MANY_DEVICES, CloneRule.TWO_OPENINGS)) {
      for (CloneThreshold line : book.thresholds(rule)) {
        List<Seen> seen =
            switch (rule) {
              case IMPOSSIBLE_TRAVEL -> travel(line, counted, visit);
              case TOO_MANY_DEVICES -> devices(line, counted, visit);
              default -> openings(line, counted, visit, start);
            };
        if (!seen.isEmpty()) {
          hits.add(hit(rule, index, batch, seen, visit));
          break;
        }
      }
    }
    return hits;
  }

  private static Signal hit(
      CloneRule rule, long index, BatchId batch, List<Seen> seen, ScanVisit visit) {
    Instant from =
        seen.stream().map(Seen::lastAt).reduce(visit.at(), (a, b) -> a.isBefore(b) ? a : b);
    Instant at =
        seen.stream().map(Seen::lastAt).reduce(visit.at(), (a, b) -> a.isBefore(b) ? b : a);
    return new Signal(
        rule,
        index,
        batch,
        from,
        at,
        seen.size() + 1,
        places(seen.stream().map(Seen::province), visit));
  }

  private static long places(Stream<@Nullable Province> others, ScanVisit visit) {
    Set<Province> places = EnumSet.noneOf(Province.class);
    Stream.concat(others, Stream.ofNullable(visit.province()))
        .forEach(place -> {
          if (place != null) {
            places.add(place);
          }
        });
    return Signal.bits(places);
  }

  /// The earlier sightings that nobody can have made together with another one, if with this visit
  /// they name so many places far from each other.
  private static List<Seen> travel(CloneThreshold line, List<Seen> earlier, ScanVisit visit) {
    Seen now = new Seen(visit.device(), visit.province(), visit.at(), visit.at(), 1, false);
    List<Seen> recent =
        earlier.stream()
            .filter(seen -> near(seen.lastAt(), visit.at()).compareTo(line.window()) <= 0)
            .toList();
    if (recent.stream().noneMatch(seen -> clash(line, seen, now))) {
      return List.of();
    }
    List<Seen> clashing = new ArrayList<>();
    List<Province> places = new ArrayList<>(Stream.ofNullable(visit.province()).toList());
    for (Seen seen : recent) {
      Province place = seen.province();
      if (place != null
          && (clash(line, seen, now) || recent.stream().anyMatch(o -> clash(line, seen, o)))) {
        clashing.add(seen);
        if (places.stream().allMatch(other -> line.isFar(place, other))) {
          places.add(place);
        }
      }
    }
    return places.size() >= line.count() ? clashing : List.of();
  }

  private static boolean clash(CloneThreshold line, Seen one, Seen other) {
    return line.isImpossible(one.province(), other.province(), near(one.lastAt(), other.lastAt()));
  }

  private static Duration near(Instant one, Instant other) {
    return Duration.between(one, other).abs();
  }

  /// The other devices of the window, if with this one they are so many.
  private static List<Seen> devices(CloneThreshold line, List<Seen> earlier, ScanVisit visit) {
    Instant from = visit.at().minus(line.window());
    List<Seen> others =
        earlier.stream()
            .filter(seen -> !seen.device().equals(visit.device()))
            .filter(seen ->
                isWithin(seen.lastAt(), from, visit) || isWithin(seen.firstAt(), from, visit))
            .toList();
    return others.size() + 1 >= line.count() ? others : List.of();
  }

  private static boolean isWithin(Instant at, Instant from, ScanVisit visit) {
    return !at.isBefore(from) && !at.isAfter(visit.at());
  }

  /// The openings that other devices claimed, if with this claim they are so many, each so long
  /// after the one before. When in its visits a device claimed is not kept, so its last visit
  /// stands for the gap and its first for the window: in doubt there is no hit.
  private static List<Seen> openings(
      CloneThreshold line, List<Seen> earlier, ScanVisit visit, Instant start) {
    if (!visit.opened()) {
      return List.of();
    }
    Instant from = visit.at().minus(line.window());
    List<Seen> claims = new ArrayList<>();
    Instant later = visit.at();
    for (Seen seen : earlier) {
      boolean isOther =
          seen.opened()
              && !seen.device().equals(visit.device())
              && !seen.firstAt().isBefore(start)
              && !seen.firstAt().isBefore(from)
              && (line.kilometres() == 0 || isFar(line, seen, visit));
      if (isOther && !seen.lastAt().plus(line.gap()).isAfter(later)) {
        claims.add(seen);
        later = seen.firstAt();
      }
    }
    return claims.size() + 1 >= line.count() ? claims : List.of();
  }

  private static boolean isFar(CloneThreshold line, Seen seen, ScanVisit visit) {
    return seen.province() != null
        && visit.province() != null
        && line.isFar(seen.province(), visit.province());
  }
}
