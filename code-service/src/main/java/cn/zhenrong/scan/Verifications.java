package cn.zhenrong.scan;

import cn.zhenrong.code.Serial;
import cn.zhenrong.issue.Code;
import cn.zhenrong.issue.Codes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;

/// Counts verifications and tells what was counted. Showing a page counts nothing; the page's
/// beacon does, once.
@Service
public class Verifications {
  private final MonthlyKeys keys;
  private final Nonces nonces;
  private final Codes codes;
  private final Networks networks;
  private final Intake intake;
  private final KnownCodes known;
  private final Suspicions suspicions;
  private final Places places;
  private final Clock clock;

  Verifications(
      MonthlyKeys keys,
      Nonces nonces,
      Codes codes,
      Networks networks,
      Intake intake,
      KnownCodes known,
      Suspicions suspicions,
      Places places,
      Clock clock) {
    this.keys = keys;
    this.nonces = nonces;
    this.codes = codes;
    this.networks = networks;
    this.intake = intake;
    this.known = known;
    this.suspicions = suspicions;
    this.places = places;
    this.clock = clock;
  }

  /// The device behind a request, from its address and what its browser says of itself. Needs no
  /// store.
  public Device device(Sender sender) {
    return device(sender, clock.instant());
  }

  /// A one-time word for the page of this code, which must have been found: whoever brings the word
  /// back is believed that the code was issued.
  public String nonce(Serial serial) {
    return nonces.make(serial);
  }

  /// What is known of the verifications of a code. In memory where it can be: then it needs no
  /// store.
  public Queries queries(Code code, Sender sender) {
    long index = code.batch().first() + code.sequence() - 1;
    return Queries.of(known.find(index), () -> device(sender), suspicions::of);
  }

  /// The serial a nonce was made for, whether or not it was used: the page a form goes back to.
  public Optional<Serial> serialOf(String nonce) {
    return nonces.read(nonce).map(Nonces.Used::serial);
  }

  /// Counts one verification. A nonce that is not ours, too old or used before, a machine, and a
  /// second visit within half an hour add nothing to the sessions.
  ///
  /// When this returns true, what is to be counted is kept where neither the end of this process
  /// nor of MySQL loses it; it shows in the answers a moment later. Asks no store but Redis, and
  /// that not if it is away.
  ///
  /// @param opened whether the reader said that the package was just opened
  /// @return false if it could not be kept now; the same nonce may be sent again
  public boolean count(String nonce, boolean opened, Sender sender) {
    Nonces.Used used = nonces.read(nonce).orElse(null);
    if (used == null || sender.isMachine()) {
      return true;
    }
    OptionalLong index = codes.index(used.serial());
    if (index.isEmpty()) {
      return true;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return intake.keep(
        new ScanEvent(
            used.id(),
            index.getAsLong(),
            device(sender, now),
            networks.province(sender.address()),
            now,
            opened,
            places.remembered(index.getAsLong())));
  }

  private Device device(Sender sender, Instant at) {
    String seen =
        "device\n" + sender.address() + "\n" + sender.userAgent() + "\n" + sender.languages();
    return new Device(keys.mac(at, seen.getBytes(StandardCharsets.UTF_8)));
  }
}
