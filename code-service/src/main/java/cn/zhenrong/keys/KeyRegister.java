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

/// Brings keystore and tables together at start: new slots are registered, and a keystore that is
/// not this database's own is refused. A new key takes over from the older ones of its algorithm.
@Component
class KeyRegister {
  private static final int EPOCH = 0;

  private final KeyMapper mapper;

  KeyRegister(KeyMapper mapper) {
    this.mapper = mapper;
  }

  List<SigningKey> keys() {
    return mapper.keys().stream().map(SigningKeyRow::key).toList();
  }

  /// @throws CannotStart if the database was made with another keystore
  @Transactional
  public void reconcile(KeyRing ring, Instant now) {
    ring.slots().forEach(key -> register(key, now));
    for (SigningKey known : keys()) {
      requireSame(ring, known);
    }
    requireSameRoot(ring.serialKeys(), now);
    closeOlder(now);
  }

  private void register(KeySlot key, Instant now) {
    boolean isKnown = mapper.keys().stream().anyMatch(row -> row.slot() == key.slot());
    if (isKnown) {
      return;
    }
    try {
      Rows.one(mapper.insertKey(SigningKeyRow.of(key, now)));
    } catch (DuplicateKeyException e) {
      // Another instance starts at this moment with the same keystore, or the key stands under
      // another slot already. The comparison that follows tells which.
      if (mapper.keys().stream().noneMatch(row -> row.slot() == key.slot())) {
        throw KeyTexts.unusable("keys.other", key.slot());
      }
    }
  }

  private static void requireSame(KeyRing ring, SigningKey known) {
    Optional<KeySlot> held = ring.slot(known.slot());
    boolean stillSigns = known.status() == KeyStatus.CURRENT || known.status() == KeyStatus.CLOSING;
    if (held.isEmpty() && stillSigns) {
      throw KeyTexts.unusable("keys.missing", known.slot());
    }
    if (held.isPresent() && !held.get().kid().equals(known.kid())) {
      throw KeyTexts.unusable("keys.other", known.slot());
    }
  }

  private void requireSameRoot(SerialKeys serials, Instant now) {
    String witness = serials.witness(EPOCH);
    if (mapper.witness(EPOCH) == null) {
      try {
        Rows.one(mapper.insertEpoch(EPOCH, witness, now));
      } catch (DuplicateKeyException e) {
        // Another instance was first; its witness is compared below.
      }
    }
    if (!witness.equals(mapper.witness(EPOCH))) {
      throw KeyTexts.unusable("keys.root");
    }
  }

  private void closeOlder(Instant now) {
    List<SigningKey> current =
        keys().stream()
            .filter(key -> key.status() == KeyStatus.CURRENT && key.isValidAt(now))
            .sorted(NEWEST_FIRST)
            .toList();
    for (SigningKey key : current) {
      SigningKey newest =
          current.stream()
              .filter(other -> other.key().algorithm() == key.key().algorithm())
              .findFirst()
              .orElse(key);
      if (newest.slot() != key.slot()) {
        Rows.one(mapper.close(key.slot(), newest.kid()));
      }
    }
  }

  static final Comparator<SigningKey> NEWEST_FIRST =
      Comparator.comparing(SigningKey::notBefore).thenComparing(SigningKey::slot).reversed();
}
