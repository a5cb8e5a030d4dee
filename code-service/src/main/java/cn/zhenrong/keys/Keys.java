package cn.zhenrong.keys;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.seal.CheckedSigner;
import cn.zhenrong.seal.KeyRing;
import cn.zhenrong.seal.SerialKeys;
import cn.zhenrong.seal.SignatureAlgorithm;
import cn.zhenrong.seal.Signer;
import cn.zhenrong.seal.Verifier;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/// The installation's keys: which slot signs today, what each may still do. Private halves never
/// leave `seal`.
///
/// What stands in the table is read every few seconds, so a key marked compromised on one instance
/// is so on all; with the store away the last known state holds.
@Service
public class Keys implements InitializingBean {
  private static final Logger LOG = LoggerFactory.getLogger(Keys.class);

  /// One signature in so many is verified in a stream: some 16 of a chunk of 2 048, two percent of
  /// the time of signing.
  private static final int ONE_IN = 128;

  private final KeyRing ring;
  private final KeyRegister register;
  private final Clock clock;
  private final RandomGenerator random;
  private volatile Map<Integer, SigningKey> known = Map.of();
  private volatile Map<Integer, Verifier> verifiers = Map.of();

  Keys(KeyRing ring, KeyRegister register, Clock clock, RandomGenerator random) {
    this.ring = ring;
    this.register = register;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public void afterPropertiesSet() {
    register.reconcile(ring, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    refresh();
    if (newest().isEmpty()) {
      throw KeyTexts.unusable("keys.none-current");
    }
    LOG.info("keys: {}, Ed25519 by {}", ring, KeyRing.ed25519Provider());
  }

  /// The slot that signs batches accepted now. Its key has a JWS name, so it signs manifests too.
  ///
  /// @throws Problem internal if every key has ended; the words say so
  public int currentSlot() {
    return newest()
        .orElseThrow(() -> Problem.of(ProblemKind.INTERNAL, KeyTexts.words("keys.none-current")))
        .slot();
  }

  /// The epoch whose key enciphers serials of batches accepted now.
  public int currentEpoch() {
    return 0;
  }

  /// The signer of a slot, for single signatures: each is verified before it is handed over.
  ///
  /// @throws Problem internal if this instance's keystore does not hold the slot
  public Signer signer(int slot) {
    return CheckedSigner.always(ring.signer(slot), ring.verifier(slot));
  }

  /// The signer of a slot for one chunk of a stream: a sample is verified, so the chunk may be
  /// handed over only once all of it is signed. For one thread.
  ///
  /// @param chunk how many signatures will be asked for
  /// @throws Problem as above
  public Signer samplingSigner(int slot, int chunk) {
    return CheckedSigner.sampling(ring.signer(slot), ring.verifier(slot), chunk, ONE_IN, random);
  }

  /// Whether this instance can sign for a slot; another may have been given a newer keystore.
  public boolean holds(int slot) {
    return ring.slot(slot).isPresent();
  }

  public Optional<Verifier> verifier(int slot) {
    return Optional.ofNullable(verifiers.get(slot));
  }

  /// The public half of a slot; empty if there never was a key in it.
  public Optional<SigningKey> key(int slot) {
    return Optional.ofNullable(known.get(slot));
  }

  /// All keys there ever were, by slot.
  public List<SigningKey> all() {
    return known.values().stream().sorted((a, b) -> Integer.compare(a.slot(), b.slot())).toList();
  }

  /// What the key of a slot may still do.
  ///
  /// @throws IllegalArgumentException if there never was a key in this slot
  public KeyStatus status(int slot) {
    return key(slot)
        .orElseThrow(() -> new IllegalArgumentException("no key in slot " + slot))
        .status();
  }

  /// The kid of a slot, as published and as written into signatures.
  ///
  /// @throws IllegalArgumentException if there never was a key in this slot
  public String kid(int slot) {
    return key(slot)
        .orElseThrow(() -> new IllegalArgumentException("no key in slot " + slot))
        .kid();
  }

  /// The secrets as they are now; for tests.
  KeyRing ring() {
    return ring;
  }

  public SerialKeys serials() {
    return ring.serialKeys();
  }

  /// The key of the padding leaves of one batch's tree of codes.
  public byte[] paddingKey(String batchId) {
    return ring.paddingKey(batchId);
  }

  @Scheduled(fixedDelayString = "PT3S", initialDelayString = "PT3S")
  void refreshAgain() {
    try {
      refresh();
    } catch (DataAccessException | TransactionException e) {
      LOG.debug("keys stay as last read: {}", e.getClass().getSimpleName());
    }
  }

  void refresh() {
    Map<Integer, SigningKey> fresh =
        register.keys().stream().collect(Collectors.toMap(SigningKey::slot, Function.identity()));
    if (!fresh.equals(known)) {
      verifiers =
          fresh.values().stream()
              .collect(Collectors.toMap(SigningKey::slot, key -> key.key().verifier()));
      known = Map.copyOf(fresh);
    }
  }

  private Optional<SigningKey> newest() {
    return known.values().stream()
        .filter(key -> key.status() == KeyStatus.CURRENT && key.isValidAt(clock.instant()))
        .filter(key -> key.key().algorithm().jwsName().isPresent() && holds(key.slot()))
        .min(
            java.util.Comparator.<SigningKey, Boolean>comparing(
                    key -> key.key().algorithm() != SignatureAlgorithm.Ed25519)
                .thenComparing(KeyRegister.NEWEST_FIRST));
  }
}
