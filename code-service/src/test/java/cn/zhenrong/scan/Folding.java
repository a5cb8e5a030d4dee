package cn.zhenrong.scan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One more visit put into what is known of a code.
final class Folding {
  private static final Duration SESSION = Duration.ofMinutes(30);

  private Folding() {}

  /// Whether a visit begins a session or claims an opening; the rules are asked about no other.
  static boolean counts(@Nullable CodeRecord before, ScanVisit visit) {
    Seen known = known(before, visit.device());
    return visit.opened() || known == null || known.lastAt().plus(SESSION).isBefore(visit.at());
  }

  static CodeRecord after(@Nullable CodeRecord before, long index, ScanVisit visit) {
    Seen known = known(before, visit.device());
    List<Seen> devices = new ArrayList<>();
    devices.add(
        new Seen(
            visit.device(),
            visit.province(),
            known == null ? visit.at() : known.firstAt(),
            visit.at(),
            known == null ? 1 : known.sessions() + (counts(before, visit) ? 1 : 0),
            visit.opened() || (known != null && known.opened())));
    if (before != null) {
      before.devices().stream().filter(seen -> seen != known).forEach(devices::add);
    }
    return new CodeRecord(
        index,
        before == null ? visit.at() : before.firstAt(),
        before == null ? visit.province() : before.firstProvince(),
        (before == null ? 0 : before.sessions()) + (counts(before, visit) ? 1 : 0),
        null,
        0,
        devices.subList(0, Math.min(devices.size(), CodeRecord.MOST_DEVICES)));
  }

  private static @Nullable Seen known(@Nullable CodeRecord before, Device device) {
    return before == null
        ? null
        : before.devices().stream()
            .filter(seen -> seen.device().equals(device))
            .findFirst()
            .orElse(null);
  }
}
