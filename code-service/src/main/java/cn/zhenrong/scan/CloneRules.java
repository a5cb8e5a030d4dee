package cn.zhenrong.scan;

import cn.zhenrong.issue.BatchId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rules about one code: what was known of it, one more visit, and where it stands decide.
///
/// What was seen before a returned code was inspected and sold again does not count, nor does
/// anything about a display code.
final class CloneRules {
  private static final List<CloneRule> OF_COPIES =
      List.of(CloneRule.IMPOSSIBLE_TRAVEL, CloneRule.TOO_MANY_DEVICES, CloneRule.TWO_OPENINGS);

  private final CloneRuleBook book;

  CloneRules(CloneRuleBook book) {
    this.book = book;
  }

  /// The hits one more visit makes; one that adds nothing to what was seen before makes none.
  ///
  /// @param before null for the first visit of a code
  List<Signal> hits(BatchId batch, @Nullable CodeRecord before, ScanEvent event, Stood stood) {
    return switch (stood.state()) {
      case ISSUED, RELEASED ->
          List.of(signal(CloneRule.VERIFIED_BEFORE_ACTIVATION, event, batch, List.of(seen(event))));
      case VOID, SPOILED, REPLACED, SAMPLED ->
          isLongAfter(event, stood.since())
              ? List.of(signal(CloneRule.VERIFIED_AFTER_VOID, event, batch, List.of(seen(event))))
              : List.of();
      case ACTIVE, SHIPPED ->
          before == null
              ? List.of()
              : copies(event, batch, new CloneEvidence(counted(before, stood), seen(event)));
      case RETURNED, DISPLAY -> List.of();
    };
  }

  private static List<Seen> counted(CodeRecord before, Stood stood) {
    Instant start = stood.soldAgain() ? stood.since() : null;
    return start == null
        ? before.devices()
        : before.devices().stream().filter(seen -> !seen.firstAt().isBefore(start)).toList();
  }

  /// Who makes a label void may look whether that worked.
  private boolean isLongAfter(ScanEvent event, @Nullable Instant since) {
    return since != null
        && book.thresholds(CloneRule.VERIFIED_AFTER_VOID).stream()
            .anyMatch(line -> !event.at().isBefore(since.plus(line.gap())));
  }

  private List<Signal> copies(ScanEvent event, BatchId batch, CloneEvidence evidence) {
    return OF_COPIES.stream()
        .flatMap(
            rule -> evidence(rule, evidence).map(seen -> signal(rule, event, batch, seen)).stream())
        .toList();
  }

  /// What the first threshold reached goes by.
  private Optional<List<Seen>> evidence(CloneRule rule, CloneEvidence evidence) {
    return book.thresholds(rule).stream()
        .filter(line -> evidence.earlier().size() + 1 >= line.leastDevices())
        .map(line ->
            switch (rule) {
              case IMPOSSIBLE_TRAVEL -> evidence.travel(line);
              case TOO_MANY_DEVICES -> evidence.devices(line);
              default -> evidence.openings(line);
            })
        .filter(seen -> !seen.isEmpty())
        .findFirst();
  }

  private static Signal signal(CloneRule rule, ScanEvent event, BatchId batch, List<Seen> seen) {
    Stream<Province> provinces = seen.stream().map(Seen::province).filter(Objects::nonNull);
    return new Signal(
        rule,
        event.index(),
        batch,
        seen.stream().map(Seen::lastAt).min(Comparator.naturalOrder()).orElseThrow(),
        seen.stream().map(Seen::lastAt).max(Comparator.naturalOrder()).orElseThrow(),
        seen.size(),
        ProvinceSet.bits(provinces.toList()));
  }

  /// The device as this visit alone shows it.
  private static Seen seen(ScanEvent event) {
    return new Seen(event.device(), event.province(), event.at(), event.at(), 1, event.opened());
  }
}
