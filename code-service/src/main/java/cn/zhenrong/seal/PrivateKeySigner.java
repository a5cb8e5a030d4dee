package cn.zhenrong.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.function.UnaryOperator;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/// A private key in memory. Its text form shows slot and algorithm only.
final class PrivateKeySigner implements Signer {
  private final int slot;
  private final SignatureAlgorithm algorithm;
  private final UnaryOperator<byte[]> signing;

  private PrivateKeySigner(int slot, SignatureAlgorithm algorithm, UnaryOperator<byte[]> signing) {
    this.slot = slot;
    this.algorithm = algorithm;
    this.signing = signing;
  }

  /// @param pkcs8 the private key as PKCS#8 DER
  /// @param own its public half; tells the algorithm
  static PrivateKeySigner of(int slot, byte[] pkcs8, VerifyingKey own) {
    try {
      return new PrivateKeySigner(slot, own.algorithm(), signing(pkcs8, own));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException("not a private key this software can use", e);
    }
  }

  @Override
  public int slot() {
    return slot;
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return algorithm;
  }

  @Override
  public byte[] sign(byte[] message) {
    return signing.apply(message);
  }

  @Override
  public String toString() {
    return "Signer[slot " + slot + ", " + algorithm + ", key hidden]";
  }

  private static UnaryOperator<byte[]> signing(byte[] pkcs8, VerifyingKey own)
      throws IOException, GeneralSecurityException {
    return switch (own.algorithm()) {
      case Ed25519 ->
          Ed25519Engine.CHOSEN.signing(
              (EdECPrivateKey)
                  KeyFactory.getInstance("Ed25519")
                      .generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
      case ES256 -> {
        ECPrivateKeyParameters key = (ECPrivateKeyParameters) PrivateKeyFactory.createKey(pkcs8);
        yield message -> EcKeys.signEs256(key, message);
      }
      case SM2 -> {
        ECPrivateKeyParameters key = (ECPrivateKeyParameters) PrivateKeyFactory.createKey(pkcs8);
        ECPublicKeyParameters half = (ECPublicKeyParameters) PublicKeyFactory.createKey(own.spki());
        yield new Sm2Signing(key, half)::sign;
      }
    };
  }
}
