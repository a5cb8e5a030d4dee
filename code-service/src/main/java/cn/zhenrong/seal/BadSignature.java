package cn.zhenrong.seal;

/// A signature that was just made does not verify: the key, the library or the machine is broken.
/// Whatever it was for must not leave the house.
public final class BadSignature extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadSignature(Signer signer) {
    super(
        "slot "
            + signer.slot()
            + ": a signature just made with "
            + signer.algorithm()
            + " does not verify; it was held back");
  }
}
