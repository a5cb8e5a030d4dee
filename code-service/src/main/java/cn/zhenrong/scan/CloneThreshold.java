package cn.zhenrong.scan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One line at which a rule hits. A rule that has several hits at any of them. What a rule does not
/// use is zero.
///
/// @param count so many places, devices, claims, codes or wrong codes
/// @param devices in each place at least so many
/// @param window within this time
/// @param gap at least so long after one another; for a journey, what it takes besides the way
/// @param kilometres at least so far apart
/// @param speed of the fastest traveller, in kilometres an hour
public record CloneThreshold(
    CloneRule rule,
    int count,
    int devices,
    Duration window,
    Duration gap,
    int kilometres,
    int speed) {

  /// A code seen by fewer devices cannot be hit, which is nearly every code there is.
  int leastDevices() {
    return count * Math.max(1, devices);
  }

  /// Whether nobody can have been in both places so soon after each other. Abroad and unknown
  /// places are no distance away.
  boolean isImpossible(@Nullable Province from, @Nullable Province to, Duration between) {
    return from != null
        && to != null
        && isFar(from, to)
        && between.abs().compareTo(gap.plus(journey(from, to))) < 0;
  }

  boolean isFar(Province from, Province to) {
    return from != to && from.kilometresTo(to) >= kilometres;
  }

  private Duration journey(Province from, Province to) {
    return Duration.ofSeconds((long) (from.kilometresTo(to) / speed * 3600));
  }
}
