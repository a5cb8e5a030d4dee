package cn.zhenrong.seal;

import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;

/// A P-256 key inside a token. P1363 is r ‖ s, the form of code-format §4.
final class TokenSigner implements Signer {
  private final int slot;
  private final Pool<Signature> signatures;

  TokenSigner(int slot, PrivateKey key, Provider provider) {
    this.slot = slot;
    this.signatures =
        new Pool<>(() -> {
          Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format", provider);
          signature.initSign(key);
          return signature;
        });
  }

  @Override
  public int slot() {
    return slot;
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return SignatureAlgorithm.ES256;
  }

  @Override
  public byte[] sign(byte[] message) {
    return signatures.use(signature -> {
      signature.update(message);
      return signature.sign();
    });
  }

  @Override
  public String toString() {
    return "Signer[slot " + slot + ", ES256, key in the token]";
  }
}
