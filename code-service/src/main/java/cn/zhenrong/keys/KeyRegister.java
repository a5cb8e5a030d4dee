package cn.zhenrong.keys;

import cn.zhenrong.party.Rows;
import cn.zhenrong.problem.CannotStart;
import cn.zhenrong.seal.KeyRing;
import cn.zhenrong.seal.KeySlot;
import cn.zhenrong.seal.SerialKeys;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Brings keys and tables together, at start and whenever the keystore changed: new slots are
/// registered, and a keystore that is not this database's own is refused.
@Component
class KeyRegister {
  static final Comparator<SigningKey> NEWEST_FIRST =
      Comparator.comparing(SigningKey::notBefore).thenComparing(SigningKey::slot).reversed();

  private final KeyMapper mapper;

  KeyRegister(KeyMapper mapper) {
    this.mapper = mapper;
  }

  List<SigningKey> keys() {
    return mapper.keys().stream().map(SigningKeyRow::key).toList();
  }

  /// All epochs there ever were; the last is the current one.
  List<EpochRow> epochs() {
    return mapper.epochs();
  }

  /// Whether new batches may be given this key; the answer holds until the caller's transaction
  /// ends.
  boolean holdsCurrent(int slot) {
    return KeyStatus.CURRENT.name().equals(mapper.sharedStatus(slot));
  }

  /// @throws CannotStart if the database was made with another keystore
  @Transactional
  public void reconcile(KeyRing ring, Instant now) {
    ring.slots().forEach(key -> register(key, now));
    List<SigningKey> keys = keys();
    keys.forEach(known -> requireSame(ring, known));
    requireSameRoot(ring.serialKeys(), now);
    announceSuccessors(keys, now);
  }

  private void register(KeySlot key, Instant now) {
    boolean isKnown = mapper.keys().stream().anyMatch(row -> row.slot() == key.slot());
    if (isKnown) {
      return;
    }
    try {
      Rows.one(mapper.insertKey(SigningKeyRow.of(key, now)));
    } catch (DuplicateKeyException e) {
      // Another instance reads the same keystore at this moment, or the key stands under another
      // slot already. The comparison that follows tells which.
      if (mapper.keys().stream().noneMatch(row -> row.slot() == key.slot())) {
        throw KeyTexts.unusable("keys.other", key.slot());
      }
    }
  }

  private static void requireSame(KeyRing ring, SigningKey known) {
    Optional<KeySlot> held = ring.slot(known.slot());
    if (held.isEmpty() && known.status().signs()) {
      throw KeyTexts.unusable("keys.missing", known.slot());
    }
    if (held.isPresent() && !held.get().kid().equals(known.kid())) {
      throw KeyTexts.unusable("keys.other", known.slot());
    }
  }

  private void requireSameRoot(SerialKeys serials, Instant now) {
    if (mapper.epochs().isEmpty()) {
      try {
        Rows.one(mapper.insertEpoch(new EpochRow(0, serials.witness(0), now)));
      } catch (DuplicateKeyException e) {
        // Another instance was first; its witness is compared below.
      }
    }
    for (EpochRow epoch : mapper.epochs()) {
      if (!epoch.witness().equals(serials.witness(epoch.epoch()))) {
        throw KeyTexts.unusable("keys.root");
      }
    }
  }

  /// The older keys stay current for the instances that do not hold the newest yet; the association
  /// closes them when all do.
  private void announceSuccessors(List<SigningKey> keys, Instant now) {
    for (SigningKey key : keys) {
      Optional<String> newest = successor(keys, key, now);
      if (key.status() == KeyStatus.CURRENT
          && newest.isPresent()
          && !newest.get().equals(key.successor())) {
        Rows.one(mapper.succeed(key.slot(), newest.get()));
      }
    }
  }

  /// The kid of the newest current key of the same algorithm, if it is newer than this one.
  static Optional<String> successor(List<SigningKey> keys, SigningKey key, Instant now) {
    return keys.stream()
        .filter(other -> other.status() == KeyStatus.CURRENT && !now.isAfter(other.notAfter()))
        .filter(other -> other.key().algorithm() == key.key().algorithm())
        .min(NEWEST_FIRST)
        .filter(other -> NEWEST_FIRST.compare(other, key) < 0)
        .map(SigningKey::kid);
  }
}
