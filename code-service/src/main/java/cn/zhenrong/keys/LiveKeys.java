package cn.zhenrong.keys;

import cn.zhenrong.problem.CannotStart;
import cn.zhenrong.problem.Words;
import cn.zhenrong.seal.KeyRing;
import cn.zhenrong.seal.SignatureAlgorithm;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// The keys as they are now: what this instance holds, and what the tables say of them.
///
/// Tables, keystore and token are looked at every few seconds, so a key marked compromised on one
/// instance is so on all, and a key added to the keystore is used without a restart. With the store
/// away the last known state holds.
@Component
class LiveKeys implements InitializingBean {
  private static final Logger LOG = LoggerFactory.getLogger(LiveKeys.class);

  private final KeySource source;
  private final KeyRegister register;
  private final KeyChoice choice;
  private final Clock clock;
  private volatile KeyRing ring;
  private volatile Known known = new Known(List.of(), List.of());

  LiveKeys(KeySource source, KeyRegister register, KeyChoice choice, Clock clock) {
    this.source = source;
    this.register = register;
    this.choice = choice;
    this.clock = clock;
    this.ring = source.open();
  }

  @Override
  public void afterPropertiesSet() {
    register.reconcile(ring, now());
    refresh();
    if (forBatches().findAny().isEmpty()) {
      throw KeyTexts.unusable(lacking());
    }
    LOG.info("keys: {}, Ed25519 by {}", ring, KeyRing.ed25519Provider());
  }

  KeyRing ring() {
    return ring;
  }

  /// All keys there ever were, by slot.
  List<SigningKey> keys() {
    return known.keys();
  }

  /// All epochs there ever were; the last is the current one.
  List<EpochRow> epochs() {
    return known.epochs();
  }

  /// Keys that batches accepted now may be given, the preferred one first. None while no key can
  /// sign their manifests.
  Stream<SigningKey> forBatches() {
    return forManifests().isPresent() ? forCodes().sorted(choice.preferredFirst()) : Stream.empty();
  }

  /// The newest key that may sign manifests now.
  Optional<SigningKey> forManifests() {
    return usable().filter(choice::signsManifests).min(KeyRegister.NEWEST_FIRST);
  }

  /// Why a batch can be given no key.
  Words lacking() {
    return choice.lacking(forCodes().findAny().isPresent() && forManifests().isEmpty());
  }

  /// The newest SM2 key that may sign now.
  Optional<SigningKey> sm2() {
    return usable()
        .filter(key -> key.key().algorithm() == SignatureAlgorithm.SM2)
        .min(KeyRegister.NEWEST_FIRST);
  }

  @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT2S")
  void refreshAgain() {
    try {
      readAgain();
      refresh();
    } catch (DataAccessException | TransactionException e) {
      LOG.debug("keys stay as last read: {}", e.getClass().getSimpleName());
    }
  }

  /// What the tables say now.
  void refresh() {
    List<SigningKey> keys = register.keys();
    List<EpochRow> epochs = register.epochs();
    if (!keys.equals(known.keys()) || !epochs.equals(known.epochs())) {
      known = new Known(keys, epochs);
    }
  }

  /// Takes keystore and token as they are now, if they changed and fit; else the former keys stay.
  private void readAgain() {
    try {
      if (source.hasChanged()) {
        KeyRing fresh = source.again();
        register.reconcile(fresh, now());
        ring = fresh;
        LOG.info("keys: read again, {}", fresh);
      }
    } catch (CannotStart refused) {
      LOG.error("keys: what changed is refused, the former keys stay: {}", refused.getMessage());
    } catch (DataAccessException | TransactionException e) {
      source.forget();
      throw e;
    }
  }

  private Stream<SigningKey> forCodes() {
    return usable().filter(choice::signsCodes);
  }

  /// Current, within their validity, and here.
  private Stream<SigningKey> usable() {
    Instant now = now();
    return known.keys().stream()
        .filter(key -> key.isCurrentAt(now))
        .filter(key -> ring.slot(key.slot()).isPresent());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /// The tables as they were last read.
  private record Known(List<SigningKey> keys, List<EpochRow> epochs) {}
}
