package cn.zhenrong.keys;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.seal.CheckedSigner;
import cn.zhenrong.seal.KeyRing;
import cn.zhenrong.seal.SerialKeys;
import cn.zhenrong.seal.SignatureAlgorithm;
import cn.zhenrong.seal.Signer;
import cn.zhenrong.seal.Verifier;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;

/// The installation's keys: which slot signs today, what each may still do. Private halves never
/// leave `seal`.
@Service
public class Keys {
  /// One signature in so many is verified in a stream: some 16 of a chunk of 2 048.
  private static final int ONE_IN = 128;

  private final LiveKeys live;
  private final KeyRegister register;
  private final RandomGenerator random;

  Keys(LiveKeys live, KeyRegister register, RandomGenerator random) {
    this.live = live;
    this.register = register;
    this.random = random;
  }

  /// The slot that signs the codes of batches accepted now. There is a key for their manifests too.
  ///
  /// @throws Problem internal if there is no such key any more; the words say which
  public int currentSlot() {
    return current().orElseThrow(this::noneCurrent).slot();
  }

  /// The key of that slot; empty if there is none any more.
  Optional<SigningKey> current() {
    return live.forBatches().findFirst();
  }

  /// The same for a batch that is accepted in the caller's transaction: until that ends, nobody can
  /// close or retire the key.
  ///
  /// @throws Problem as above
  public int heldCurrentSlot() {
    return live.forBatches()
        .map(SigningKey::slot)
        .filter(register::holdsCurrent)
        .findFirst()
        .orElseThrow(this::noneCurrent);
  }

  /// The epoch whose key enciphers serials of batches accepted now.
  public int currentEpoch() {
    return live.epochs().getLast().epoch();
  }

  /// The key that signs the manifest of a batch of this slot as a JWS: the batch's own, or where
  /// that has no JWS name the newest that may sign now; empty while there is none.
  public Optional<SigningKey> manifestKey(int slot) {
    SigningKey own = required(slot);
    return own.key().algorithm().jwsName().isPresent() ? Optional.of(own) : live.forManifests();
  }

  /// The key that signs the manifest of a batch of this slot by SM2: the batch's own, or where that
  /// is of another algorithm the newest that may sign now, if this instance has one.
  public Optional<SigningKey> sm2Key(int slot) {
    SigningKey own = required(slot);
    return own.key().algorithm() == SignatureAlgorithm.SM2 ? Optional.of(own) : live.sm2();
  }

  /// The signer of a slot, for single signatures: each is verified before it is handed over.
  ///
  /// @throws Problem as [#requireSigning]
  public Signer signer(int slot) {
    requireSigning(slot);
    KeyRing ring = live.ring();
    return CheckedSigner.always(ring.signer(slot), ring.verifier(slot));
  }

  /// The signer of a slot for one chunk of a stream: a sample is verified, so the chunk may be
  /// handed over only once all of it is signed. For one thread.
  ///
  /// @param chunk how many signatures will be asked for
  /// @throws Problem as [#requireSigning]
  public Signer samplingSigner(int slot, int chunk) {
    requireSigning(slot);
    KeyRing ring = live.ring();
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
    if (live.ring().slot(slot).isEmpty()) {
      throw KeyTexts.problem(ProblemKind.STORE_UNAVAILABLE, "key.elsewhere", slot);
    }
  }

  /// Whether this instance can sign for a slot; another may have been given a newer keystore.
  public boolean holds(int slot) {
    return live.ring().slot(slot).isPresent()
        && key(slot).filter(key -> key.status().signs()).isPresent();
  }

  public Optional<Verifier> verifier(int slot) {
    return key(slot).map(key -> key.key().verifier());
  }

  /// The public half of a slot; empty if there never was a key in it.
  public Optional<SigningKey> key(int slot) {
    // Asked for every scan, and there are few keys.
    for (SigningKey key : live.keys()) {
      if (key.slot() == slot) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  /// All keys there ever were, by slot.
  public List<SigningKey> all() {
    return live.keys();
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
    return live.ring().serialKeys();
  }

  /// The key of the padding leaves of one batch's tree of codes.
  public byte[] paddingKey(String batchId) {
    return live.ring().paddingKey(batchId);
  }

  List<EpochRow> epochs() {
    return live.epochs();
  }

  KeyRing ring() {
    return live.ring();
  }

  /// Reads the tables now, to answer with what was just changed.
  void refresh() {
    live.refresh();
  }

  private SigningKey required(int slot) {
    return key(slot).orElseThrow(() -> new IllegalArgumentException("no key in slot " + slot));
  }

  private Problem noneCurrent() {
    return Problem.of(ProblemKind.INTERNAL, live.lacking());
  }
}
