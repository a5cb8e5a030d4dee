package cn.zhenrong.scan;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one more event makes of a code's record. Pure.
///
/// Events may come late: a journal is read an hour after others were applied. The first
/// verification is then the earliest known. A visit that lies between the first and the last one of
/// its device is taken for a part of a session that was counted, for the record no longer tells.
final class Tally {
  static final Duration SESSION = Duration.ofMinutes(30);
  private static final Comparator<Seen> LATEST_FIRST =
      Comparator.comparing(Seen::lastAt).reversed();

  private final long index;
  private final List<Seen> devices;
  private Instant firstAt;
  private @Nullable Province firstProvince;
  private long sessions;
  private @Nullable Instant openedAt;
  private int openedClaims;
  private int signals;

  private Tally(long index, ScanEvent first) {
    this.index = index;
    this.devices = new ArrayList<>();
    this.firstAt = first.at();
    this.firstProvince = first.province();
  }

  private Tally(CodeRecord before) {
    this.index = before.index();
    this.devices = new ArrayList<>(before.devices());
    this.firstAt = before.firstAt();
    this.firstProvince = before.firstProvince();
    this.sessions = before.sessions();
    this.openedAt = before.openedAt();
    this.openedClaims = before.openedClaims();
    this.signals = before.signals();
  }

  /// @param before null if the code was never verified
  static CodeRecord after(@Nullable CodeRecord before, Fresh fresh) {
    ScanEvent event = fresh.event();
    Tally tally = before == null ? new Tally(event.index(), event) : new Tally(before);
    tally.add(fresh);
    return tally.record();
  }

  private void add(Fresh fresh) {
    ScanEvent event = fresh.event();
    if (event.at().isBefore(firstAt)) {
      firstAt = event.at();
      firstProvince = event.province();
    }
    if (event.opened()) {
      openedClaims++;
      openedAt = openedAt == null || event.at().isBefore(openedAt) ? event.at() : openedAt;
    }
    int known = position(event.device());
    if (known >= 0) {
      Seen seen = devices.get(known);
      Seen now = fresh.visit() ? visited(seen, event) : seen;
      sessions += now.sessions() - seen.sessions();
      devices.set(known, event.opened() ? opened(now) : now);
    } else if (fresh.visit()) {
      sessions++;
      Instant at = seconds(event);
      devices.add(new Seen(event.device(), event.province(), at, at, 1, event.opened()));
    }
  }

  private int position(Device device) {
    for (int i = 0; i < devices.size(); i++) {
      if (devices.get(i).device().equals(device)) {
        return i;
      }
    }
    return -1;
  }

  private static Seen visited(Seen seen, ScanEvent event) {
    Instant at = seconds(event);
    boolean apart =
        seen.lastAt().plus(SESSION).isBefore(at) || at.plus(SESSION).isBefore(seen.firstAt());
    boolean latest = !at.isBefore(seen.lastAt());
    return new Seen(
        seen.device(),
        latest ? event.province() : seen.province(),
        at.isBefore(seen.firstAt()) ? at : seen.firstAt(),
        latest ? at : seen.lastAt(),
        seen.sessions() + (apart ? 1 : 0),
        seen.opened());
  }

  private static Seen opened(Seen seen) {
    return new Seen(
        seen.device(), seen.province(), seen.firstAt(), seen.lastAt(), seen.sessions(), true);
  }

  /// A device is kept in whole seconds, so it is compared in them too.
  private static Instant seconds(ScanEvent event) {
    return event.at().truncatedTo(ChronoUnit.SECONDS);
  }

  private CodeRecord record() {
    devices.sort(LATEST_FIRST);
    return new CodeRecord(
        index,
        firstAt,
        firstProvince,
        sessions,
        openedAt,
        openedClaims,
        devices.subList(0, Math.min(devices.size(), CodeRecord.MOST_DEVICES)),
        signals);
  }
}
