package cn.zhenrong.seal;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.util.BigIntegers;

/// ECDSA on P-256 with SHA-256 and the nonce of RFC 6979, and the form r ‖ s shared with SM2.
final class EcKeys {
  static final int SCALAR = 32;

  private EcKeys() {}

  static byte[] signEs256(ECPrivateKeyParameters key, byte[] message) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, key);
    return joined(signer.generateSignature(Sha256.of(message)));
  }

  static boolean verifyEs256(ECPublicKeyParameters key, byte[] message, byte[] signature) {
    ECDSASigner verifier = new ECDSASigner();
    verifier.init(false, key);
    return verifier.verifySignature(Sha256.of(message), r(signature), s(signature));
  }

  static byte[] joined(BigInteger[] pair) {
    byte[] signature = new byte[2 * SCALAR];
    BigIntegers.asUnsignedByteArray(pair[0], signature, 0, SCALAR);
    BigIntegers.asUnsignedByteArray(pair[1], signature, SCALAR, SCALAR);
    return signature;
  }

  static BigInteger r(byte[] signature) {
    return new BigInteger(1, Arrays.copyOfRange(signature, 0, SCALAR));
  }

  static BigInteger s(byte[] signature) {
    return new BigInteger(1, Arrays.copyOfRange(signature, SCALAR, 2 * SCALAR));
  }
}
