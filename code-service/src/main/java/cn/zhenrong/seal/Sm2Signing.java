package cn.zhenrong.seal;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/// One SM2 private key that signs (GB/T 32918.2, 6.1), for several threads.
///
/// The standard wants a random nonce. So that a code has one text, the nonce is drawn as in RFC
/// 6979 §3.2 with HMAC-SM3 in place of HMAC-SHA-256 and e in place of the message hash. Z_A and (1
/// + d)⁻¹ depend on the key only and are computed once, so a signature costs one multiplication of
///   the base point; a signer that starts from the bare key needs two.
final class Sm2Signing {
  private final ECPrivateKeyParameters key;
  private final BigInteger order;
  private final BigInteger inverse;
  private final byte[] identity;

  Sm2Signing(ECPrivateKeyParameters key, ECPublicKeyParameters own) {
    this.key = key;
    this.order = key.getParameters().getN();
    this.inverse = BigIntegers.modOddInverse(order, key.getD().add(BigInteger.ONE));
    this.identity = Sm2Keys.identity(own);
  }

  byte[] sign(byte[] message) {
    byte[] hash = Sm2Keys.hash(identity, message);
    HMacDSAKCalculator nonces = new HMacDSAKCalculator(new SM3Digest());
    nonces.init(order, key.getD(), hash);
    BigInteger e = new BigInteger(1, hash);
    Optional<byte[]> signature = Optional.empty();
    while (signature.isEmpty()) {
      signature = attempt(e, nonces.nextK());
    }
    return signature.get();
  }

  /// r = e + x, s = (1 + d)⁻¹ (k − r d); empty for the nonces the standard rules out, which nobody
  /// will ever meet.
  private Optional<byte[]> attempt(BigInteger e, BigInteger k) {
    ECPoint point =
        new FixedPointCombMultiplier().multiply(key.getParameters().getG(), k).normalize();
    BigInteger r = e.add(point.getAffineXCoord().toBigInteger()).mod(order);
    BigInteger s = inverse.multiply(k.subtract(r.multiply(key.getD()))).mod(order);
    boolean ruledOut = r.signum() == 0 || r.add(k).equals(order) || s.signum() == 0;
    return ruledOut ? Optional.empty() : Optional.of(EcKeys.joined(new BigInteger[] {r, s}));
  }

  @Override
  public String toString() {
    return "Sm2Signing[key hidden]";
  }
}
