package cn.zhenrong.keys;

import cn.zhenrong.problem.CannotStart;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.seal.CheckedSigner;
import cn.zhenrong.seal.KeyRing;
import cn.zhenrong.seal.SerialKeys;
import cn.zhenrong.seal.SignatureAlgorithm;
import cn.zhenrong.seal.Signer;
import cn.zhenrong.seal.Verifier;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
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
/// Tables, keystore and token are looked at every few seconds, so a key marked compromised on one
/// instance is so on all, and a key added to the keystore is used without a restart. With the store
/// away the last known state holds.
@Service
public class Keys implements InitializingBean {
  private static final Logger LOG = LoggerFactory.getLogger(Keys.class);

  /// One signature in so many is verified in a stream: some 16 of a chunk of 2 048.
  private static final int ONE_IN = 128;

  /// Ed25519 is the default (code-format §4); among equals the newest.
  private static final Comparator<SigningKey> PREFERRED_FIRST =
      Comparator.<SigningKey, Boolean>comparing(
              key -> key.key().algorithm() != SignatureAlgorithm.Ed25519)
          .thenComparing(KeyRegister.NEWEST_FIRST);

  private final KeySource source;
  private final KeyRegister register;
  private final Clock clock;
  private final RandomGenerator random;
  private volatile KeyRing ring;
  private volatile Known known = new Known(List.of(), List.of());

  Keys(KeySource source, KeyRegister register, Clock clock, RandomGenerator random) {
    this.source = source;
    this.register = register;
    this.clock = clock;
    this.random = random;
    this.ring = source.open();
  }

  @Override
  public void afterPropertiesSet() {
    register.reconcile(ring, now());
    refresh();
    if (current().isEmpty()) {
      throw KeyTexts.unusable("keys.none-current");
    }
    LOG.info("keys: {}, Ed25519 by {}", ring, KeyRing.ed25519Provider());
  }

  /// The slot that signs batches accepted now. Its key has a JWS name, so it signs manifests too.
  ///
  /// @throws Problem internal if every key has ended; the words say so
  public int currentSlot() {
    return current().orElseThrow(Keys::noneCurrent).slot();
  }

  /// The key of that slot; empty if every key has ended.
  Optional<SigningKey> current() {
    return candidates().findFirst();
  }

  /// The same for a batch that is accepted in the caller's transaction: until that ends, nobody can
  /// close or retire the key.
  ///
  /// @throws Problem as above
  public int heldCurrentSlot() {
    return candidates()
        .map(SigningKey::slot)
        .filter(register::holdsCurrent)
        .findFirst()
        .orElseThrow(Keys::noneCurrent);
  }

  /// The epoch whose key enciphers serials of batches accepted now.
  public int currentEpoch() {
    return known.epochs().getLast().epoch();
  }

  /// The newest SM2 key that may sign now, if this instance has one: it signs manifests beside the
  /// batch's own key.
  public Optional<SigningKey> sm2Key() {
    return usable()
        .filter(key -> key.key().algorithm() == SignatureAlgorithm.SM2)
        .min(KeyRegister.NEWEST_FIRST);
  }

  /// The signer of a slot, for single signatures: each is verified before it is handed over.
  ///
  /// @throws Problem as [#requireSigning]
  public Signer signer(int slot) {
    requireSigning(slot);
    return CheckedSigner.always(ring.signer(slot), ring.verifier(slot));
  }

  /// The signer of a slot for one chunk of a stream: a sample is verified, so the chunk may be
  /// handed over only once all of it is signed. For one thread.
  ///
  /// @param chunk how many signatures will be asked for
  /// @throws Problem as [#requireSigning]
  public Signer samplingSigner(int slot, int chunk) {
    requireSigning(slot);
    return CheckedSigner.sampling(ring.signer(slot), ring.verifier(slot), chunk, ONE_IN, random);
  }

  /// @throws Problem state-conflict for a key that signs nothing any more, store-unavailable if
  ///   another instance was given the key and this one not yet
  public void requireSigning(int slot) {
    KeyStatus status = status(slot);
    if (!status.signs()) {
      boolean retired = status == KeyStatus.RETIRED;
      throw KeyTexts.problem(
          ProblemKind.STATE_CONFLICT, retired ? "key.retired" : "key.compromised", slot);
    }
    if (ring.slot(slot).isEmpty()) {
      throw KeyTexts.problem(ProblemKind.STORE_UNAVAILABLE, "key.elsewhere", slot);
    }
  }

  /// Whether this instance can sign for a slot; another may have been given a newer keystore.
  public boolean holds(int slot) {
    return ring.slot(slot).isPresent() && key(slot).filter(key -> key.status().signs()).isPresent();
  }

  public Optional<Verifier> verifier(int slot) {
    return key(slot).map(key -> key.key().verifier());
  }

  /// The public half of a slot; empty if there never was a key in it.
  public Optional<SigningKey> key(int slot) {
    return known.keys().stream().filter(key -> key.slot() == slot).findFirst();
  }

  /// All keys there ever were, by slot.
  public List<SigningKey> all() {
    return known.keys();
  }

  /// What the key of a slot may still do.
  ///
  /// @throws IllegalArgumentException if there never was a key in this slot
  public KeyStatus status(int slot) {
    return required(slot).status();
  }

  /// The kid of a slot, as published and as written into signatures.
  ///
  /// @throws IllegalArgumentException if there never was a key in this slot
  public String kid(int slot) {
    return required(slot).kid();
  }

  public SerialKeys serials() {
    return ring.serialKeys();
  }

  /// The key of the padding leaves of one batch's tree of codes.
  public byte[] paddingKey(String batchId) {
    return ring.paddingKey(batchId);
  }

  List<EpochRow> epochs() {
    return known.epochs();
  }

  KeyRing ring() {
    return ring;
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

  private Stream<SigningKey> candidates() {
    return usable()
        .filter(key -> key.key().algorithm().jwsName().isPresent())
        .sorted(PREFERRED_FIRST);
  }

  /// Current, within their validity, and here.
  private Stream<SigningKey> usable() {
    Instant now = now();
    return known.keys().stream()
        .filter(key -> key.status() == KeyStatus.CURRENT && key.isValidAt(now))
        .filter(key -> ring.slot(key.slot()).isPresent());
  }

  private SigningKey required(int slot) {
    return key(slot).orElseThrow(() -> new IllegalArgumentException("no key in slot " + slot));
  }

  private static Problem noneCurrent() {
    return KeyTexts.problem(ProblemKind.INTERNAL, "keys.none-current");
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /// The tables as they were last read.
  private record Known(List<SigningKey> keys, List<EpochRow> epochs) {}
}
