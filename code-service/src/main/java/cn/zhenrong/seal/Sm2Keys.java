package cn.zhenrong.seal;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.ECPoint;

/// SM2 with SM3 (GB/T 32918.2), user id `1234567812345678`: the hash that is signed, and verifying.
final class Sm2Keys {
  static final byte[] USER_ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

  private Sm2Keys() {}

  static boolean verify(ECPublicKeyParameters key, byte[] message, byte[] signature) {
    SM2Signer verifier = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
    verifier.init(false, new ParametersWithID(key, USER_ID));
    verifier.update(message, 0, message.length);
    return verifier.verifySignature(signature);
  }

  /// Z_A, which binds user id, curve and public key (GB/T 32918.2, 5.5).
  static byte[] identity(ECPublicKeyParameters key) {
    SM3Digest digest = new SM3Digest();
    ECDomainParameters curve = key.getParameters();
    int bits = USER_ID.length * 8;
    put(digest, new byte[] {(byte) (bits >> 8), (byte) bits});
    put(digest, USER_ID);
    put(digest, curve.getCurve().getA().getEncoded());
    put(digest, curve.getCurve().getB().getEncoded());
    putPoint(digest, curve.getG());
    putPoint(digest, key.getQ());
    return done(digest);
  }

  /// e = SM3(Z_A ‖ M) (GB/T 32918.2, 6.1).
  static byte[] hash(byte[] identity, byte[] message) {
    SM3Digest digest = new SM3Digest();
    put(digest, identity);
    put(digest, message);
    return done(digest);
  }

  private static void putPoint(SM3Digest digest, ECPoint point) {
    ECPoint affine = point.normalize();
    put(digest, affine.getAffineXCoord().getEncoded());
    put(digest, affine.getAffineYCoord().getEncoded());
  }

  private static void put(SM3Digest digest, byte[] bytes) {
    digest.update(bytes, 0, bytes.length);
  }

  private static byte[] done(SM3Digest digest) {
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return hash;
  }
}
