package cn.zhenrong.seal;

import java.io.Serial;
import java.security.SecureRandom;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.util.BigIntegers;

/// SM2 by Bouncy Castle's signer, which is handed the nonces of RFC 6979 with HMAC-SM3 as if they
/// were random bytes.
final class SlowSm2 {
  private SlowSm2() {}

  static byte[] sign(KeyPairBytes pair, byte[] message) throws Exception {
    ECPrivateKeyParameters key = (ECPrivateKeyParameters) PrivateKeyFactory.createKey(pair.pkcs8());
    ECPublicKeyParameters own = (ECPublicKeyParameters) PublicKeyFactory.createKey(pair.spki());
    HMacDSAKCalculator nonces = new HMacDSAKCalculator(new SM3Digest());
    nonces.init(
        key.getParameters().getN(), key.getD(), Sm2Keys.hash(Sm2Keys.identity(own), message));
    SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
    signer.init(
        true,
        new ParametersWithID(new ParametersWithRandom(key, new Nonces(nonces)), Sm2Keys.USER_ID));
    signer.update(message, 0, message.length);
    return signer.generateSignature();
  }

  private static final class Nonces extends SecureRandom {
    @Serial private static final long serialVersionUID = 1L;

    private final transient HMacDSAKCalculator calculator;

    Nonces(HMacDSAKCalculator calculator) {
      this.calculator = calculator;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      BigIntegers.asUnsignedByteArray(calculator.nextK(), bytes, 0, bytes.length);
    }
  }
}
