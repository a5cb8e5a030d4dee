package cn.zhenrong.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What speaks of a copy: earlier devices and one more visit. Each rule gives what it goes by, the
/// visit among it, or nothing if its threshold is not reached.
///
/// A device key changes with the network, so one shopper is several devices; a telephone with a
/// number of another province may show that province; links are passed on. That is why one pair of
/// devices or places is never enough (docs/decisions/0091).
///
/// @param earlier the devices that count, the latest first
record CloneEvidence(List<Seen> earlier, Seen now) {

  /// Devices in places so far apart that nobody and no parcel was in both in the time between, if
  /// there are so many places with so many devices in each.
  List<Seen> travel(CloneThreshold line) {
    List<Seen> seen =
        Stream.concat(Stream.of(now), earlier.stream().filter(one -> isNear(line, one))).toList();
    if (!clashes(line, now, seen)) {
      return List.of();
    }
    List<Province> places = new ArrayList<>();
    for (Seen one : seen) {
      Province place = one.province();
      if (place != null
          && places.stream().allMatch(other -> line.isFar(place, other))
          && clashes(line, one, seen)
          && devicesIn(place, seen) >= line.devices()) {
        places.add(place);
      }
    }
    return places.size() < line.count()
        ? List.of()
        : seen.stream().filter(one -> places.contains(one.province())).toList();
  }

  private boolean isNear(CloneThreshold line, Seen one) {
    return Duration.between(one.lastAt(), now.lastAt()).abs().compareTo(line.window()) <= 0;
  }

  private static boolean clashes(CloneThreshold line, Seen one, List<Seen> seen) {
    return seen.stream()
        .anyMatch(other ->
            line.isImpossible(
                one.province(), other.province(), Duration.between(one.lastAt(), other.lastAt())));
  }

  private static long devicesIn(Province place, List<Seen> seen) {
    return seen.stream()
        .filter(one -> one.province() == place)
        .map(Seen::device)
        .distinct()
        .count();
  }

  /// The devices of the window, if they are so many.
  List<Seen> devices(CloneThreshold line) {
    Instant from = now.lastAt().minus(line.window());
    List<Seen> seen =
        Stream.concat(
                Stream.of(now),
                others().filter(one -> isIn(from, one.lastAt()) || isIn(from, one.firstAt())))
            .toList();
    return seen.size() < line.count() ? List.of() : seen;
  }

  private boolean isIn(Instant from, Instant at) {
    return !at.isBefore(from) && !at.isAfter(now.lastAt());
  }

  /// The openings different devices claimed, if with this claim they are so many, each so long
  /// after the one before and so far from this one. In which of its visits a device claimed is not
  /// kept, so its last stands for the gap and its first for the window: in doubt there is no hit.
  List<Seen> openings(CloneThreshold line) {
    Instant from = now.lastAt().minus(line.window());
    List<Seen> claims = new ArrayList<>();
    if (now.opened()) {
      claims.add(now);
      others()
          .filter(one -> one.opened() && !one.firstAt().isBefore(from) && isFar(line, one))
          .filter(one -> !one.lastAt().plus(line.gap()).isAfter(claims.getLast().firstAt()))
          .forEachOrdered(claims::add);
    }
    return claims.size() < line.count() ? List.of() : claims;
  }

  private boolean isFar(CloneThreshold line, Seen one) {
    return line.kilometres() == 0
        || one.province() != null
            && now.province() != null
            && line.isFar(one.province(), now.province());
  }

  private Stream<Seen> others() {
    return earlier.stream().filter(one -> !one.device().equals(now.device()));
  }
}
