package cn.zhenrong.scan;

import cn.zhenrong.code.Serial;
import cn.zhenrong.issue.Code;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.party.Rows;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Counts verifications and tells what was counted. Showing a page counts nothing; the page's
/// beacon does, once.
@Service
public class Verifications {
  private static final Duration SESSION = Duration.ofMinutes(30);
  private static final Pattern MACHINE =
      Pattern.compile("bot\\b|bot/|crawl|spider|slurp|preview|facebookexternalhit");

  private final ScanMapper mapper;
  private final MonthlyKeys keys;
  private final Nonces nonces;
  private final Codes codes;
  private final Clock clock;

  Verifications(ScanMapper mapper, MonthlyKeys keys, Nonces nonces, Codes codes, Clock clock) {
    this.mapper = mapper;
    this.keys = keys;
    this.nonces = nonces;
    this.codes = codes;
    this.clock = clock;
  }

  /// The device behind a request, from its address and what its browser says of itself.
  public Device device(
      String remoteAddress, @Nullable String userAgent, @Nullable String languages) {
    String seen = "device\n" + remoteAddress + "\n" + userAgent + "\n" + languages;
    return new Device(keys.mac(clock.instant(), seen.getBytes(StandardCharsets.UTF_8)));
  }

  /// A one-time word for the page of this code.
  public String nonce(Serial serial) {
    return nonces.make(serial);
  }

  /// What is known of the verifications of a code.
  public Queries queries(Code code, Device device) {
    return Queries.of(mapper.summary(index(code), device.key()));
  }

  /// The serial a nonce was made for, whether or not it was used: the page a form goes back to.
  public Optional<Serial> serialOf(String nonce) {
    return nonces.read(nonce).map(Nonces.Used::serial);
  }

  /// Counts one verification. A nonce that is not ours, too old or used before, a machine, and a
  /// second visit within half an hour add nothing to the sessions.
  ///
  /// @param opened whether the reader said that the package was just opened
  @Transactional
  public void count(String nonce, boolean opened, Device device, @Nullable String userAgent) {
    Nonces.Used used = nonces.read(nonce).orElse(null);
    Code code = used == null ? null : codes.find(used.serial()).orElse(null);
    if (used == null || code == null || isMachine(userAgent)) {
      return;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    long index = index(code);
    if (mapper.insertVerification(used.id(), index, device.key(), now, opened) == 0) {
      openedLater(used.id(), index, opened, now);
      return;
    }
    // The summary row is the lock of this code: taken first by everyone, so that two beacons wait
    // instead of clashing.
    mapper.ensureSummary(index, now);
    Rows.one(mapper.addToSummary(index, 0, opened ? 1 : 0, now));
    int more = session(index, device, now);
    if (more > 0) {
      Rows.one(mapper.addToSummary(index, more, 0, now));
    }
  }

  /// The page sends its beacon by itself; "I just opened the package" may follow on the same nonce,
  /// once.
  private void openedLater(byte[] nonce, long index, boolean opened, Instant now) {
    if (opened && mapper.markOpened(nonce, index) == 1) {
      Rows.one(mapper.addToSummary(index, 0, 1, now));
    }
  }

  private int session(long index, Device device, Instant now) {
    SessionRow row = mapper.lockSession(index, device.key());
    if (row == null) {
      Rows.one(mapper.insertSession(index, device.key(), now));
      return 1;
    }
    int more = row.lastAt().plus(SESSION).isBefore(now) ? 1 : 0;
    Rows.one(mapper.updateSession(index, device.key(), now, more));
    return more;
  }

  private static boolean isMachine(@Nullable String userAgent) {
    return userAgent != null && MACHINE.matcher(userAgent.toLowerCase(Locale.ROOT)).find();
  }

  private static long index(Code code) {
    return code.batch().first() + code.sequence() - 1;
  }
}
