package cn.zhenrong.seal;

import java.io.Serial;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/// SM2 with SM3 (GB/T 32918.2), user id `1234567812345678`.
///
/// The standard wants a random nonce. So that a code has one text, the nonce is drawn as in RFC
/// 6979 with HMAC-SM3 in place of HMAC-SHA-256 and e = SM3(Z_A ‖ M) in place of the message hash.
final class Sm2Keys {
  private static final byte[] USER_ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

  private Sm2Keys() {}

  static byte[] sign(ECPrivateKeyParameters key, ECPublicKeyParameters own, byte[] message) {
    HMacDSAKCalculator nonces = new HMacDSAKCalculator(new SM3Digest());
    nonces.init(key.getParameters().getN(), key.getD(), hash(own, message));
    SM2Signer signer = signer();
    signer.init(true, withId(new ParametersWithRandom(key, new Nonces(nonces))));
    signer.update(message, 0, message.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new IllegalStateException("SM2 could not sign", e);
    }
  }

  static boolean verify(ECPublicKeyParameters key, byte[] message, byte[] signature) {
    SM2Signer verifier = signer();
    verifier.init(false, withId(key));
    verifier.update(message, 0, message.length);
    return verifier.verifySignature(signature);
  }

  /// e = SM3(Z_A ‖ M), where Z_A binds user id, curve and public key (GB/T 32918.2, 5.5 and 6.1).
  static byte[] hash(ECPublicKeyParameters key, byte[] message) {
    SM3Digest digest = new SM3Digest();
    ECDomainParameters curve = key.getParameters();
    int bits = USER_ID.length * 8;
    put(digest, new byte[] {(byte) (bits >> 8), (byte) bits});
    put(digest, USER_ID);
    put(digest, curve.getCurve().getA().getEncoded());
    put(digest, curve.getCurve().getB().getEncoded());
    putPoint(digest, curve.getG());
    putPoint(digest, key.getQ());
    byte[] z = new byte[digest.getDigestSize()];
    digest.doFinal(z, 0);
    put(digest, z);
    put(digest, message);
    byte[] e = new byte[digest.getDigestSize()];
    digest.doFinal(e, 0);
    return e;
  }

  private static void putPoint(SM3Digest digest, ECPoint point) {
    ECPoint affine = point.normalize();
    put(digest, affine.getAffineXCoord().getEncoded());
    put(digest, affine.getAffineYCoord().getEncoded());
  }

  private static void put(SM3Digest digest, byte[] bytes) {
    digest.update(bytes, 0, bytes.length);
  }

  private static SM2Signer signer() {
    return new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
  }

  private static CipherParameters withId(CipherParameters key) {
    return new ParametersWithID(key, USER_ID);
  }

  /// Hands the calculator's nonces to a signer that asks a random source for 32 bytes at a time.
  private static final class Nonces extends SecureRandom {
    @Serial private static final long serialVersionUID = 1L;

    private final transient HMacDSAKCalculator calculator;

    Nonces(HMacDSAKCalculator calculator) {
      this.calculator = calculator;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (bytes.length != EcKeys.SCALAR) {
        throw new IllegalStateException("an SM2 nonce has 32 bytes, not " + bytes.length);
      }
      BigInteger nonce = calculator.nextK();
      BigIntegers.asUnsignedByteArray(nonce, bytes, 0, bytes.length);
    }
  }
}
