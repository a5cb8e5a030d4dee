package cn.zhenrong.seal;

import java.util.function.Predicate;

/// A broken key: some of its signatures have one bit flipped.
public final class BitFlips implements Signer {
  private final Signer good;
  private final Predicate<byte[]> isBroken;

  /// @param isBroken over which messages
  BitFlips(Signer good, Predicate<byte[]> isBroken) {
    this.good = good;
    this.isBroken = isBroken;
  }

  /// Breaks the key of a slot in a ring that is in use, until the answer is closed.
  public static Mending breakKey(KeyRing ring, int slot, Predicate<byte[]> isBroken) {
    KeyRing.Held whole = java.util.Objects.requireNonNull(ring.held.get(slot));
    ring.held.put(slot, new KeyRing.Held(whole.slot(), new BitFlips(whole.signer(), isBroken)));
    return () -> ring.held.put(slot, whole);
  }

  @Override
  public int slot() {
    return good.slot();
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return good.algorithm();
  }

  @Override
  public byte[] sign(byte[] message) {
    byte[] signature = good.sign(message);
    if (isBroken.test(message)) {
      signature[40] ^= 1;
    }
    return signature;
  }

  /// Puts the whole key back.
  public interface Mending extends AutoCloseable {
    @Override
    void close();
  }
}
