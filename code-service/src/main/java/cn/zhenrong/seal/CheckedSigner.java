package cn.zhenrong.seal;

import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;

/// A signer that verifies what it has just signed, before anybody else sees it.
///
/// A fault in memory, in a library or in a token gives signatures that nobody can use; on labels
/// they would be found by shoppers.
public final class CheckedSigner implements Signer {
  private final Signer signer;
  private final Verifier verifier;
  private final IntSupplier gaps;
  private final Last last;
  private int unchecked;

  private CheckedSigner(Signer signer, Verifier verifier, IntSupplier gaps, Last last) {
    this.signer = signer;
    this.verifier = verifier;
    this.gaps = gaps;
    this.last = last;
  }

  /// Verifies every signature. Safe for several threads.
  public static CheckedSigner always(Signer signer, Verifier verifier) {
    return new CheckedSigner(signer, verifier, () -> 0, () -> true);
  }

  /// Verifies the first signature of a piece of work, the last, and between them on average one in
  /// `oneIn`: which ones cannot be known before, so a fault that comes at a fixed distance does not
  /// stay between the samples, and a key that breaks for good is found before the work is handed
  /// out. For one thread.
  ///
  /// @param work how many signatures the work has
  public static CheckedSigner sampling(
      Signer signer, Verifier verifier, int work, int oneIn, RandomGenerator random) {
    int[] left = {work};
    return new CheckedSigner(
        signer, verifier, () -> random.nextInt(2 * oneIn - 1), () -> --left[0] == 0);
  }

  @Override
  public int slot() {
    return signer.slot();
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return signer.algorithm();
  }

  /// @throws BadSignature if the signature was looked at and does not verify
  @Override
  public byte[] sign(byte[] message) {
    byte[] signature = signer.sign(message);
    if (!last.isReached() && unchecked > 0) {
      unchecked--;
      return signature;
    }
    if (!verifier.verify(message, signature)) {
      throw new BadSignature(signer);
    }
    unchecked = gaps.getAsInt();
    return signature;
  }

  @Override
  public String toString() {
    return "Checked" + signer;
  }

  private interface Last {
    /// Counts one signature; true if it is the last.
    boolean isReached();
  }
}
