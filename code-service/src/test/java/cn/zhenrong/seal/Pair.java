package cn.zhenrong.seal;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/// A key pair at work, for tests.
record Pair(Signer signer, VerifyingKey key) {
  static Pair of(KeyPairBytes bytes) {
    try {
      VerifyingKey key = VerifyingKey.ofSpki(bytes.spki().getEncoded());
      return new Pair(PrivateKeySigner.of(1, bytes.pkcs8().getEncoded(), key), key);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Pair ofSeed(byte[] seed) {
    try {
      return of(KeyPairBytes.ed25519(new Ed25519PrivateKeyParameters(seed)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Pair of(SignatureAlgorithm algorithm) {
    return of(KeyPairBytes.generate(algorithm, new FixedRandom(algorithm.name().length())));
  }

  /// A key on a curve from its secret number, in hexadecimal.
  static Pair ofSecret(SignatureAlgorithm algorithm, String secret) {
    BigInteger d = new BigInteger(secret, 16);
    ECNamedDomainParameters curve =
        algorithm == SignatureAlgorithm.SM2
            ? named(GMObjectIdentifiers.sm2p256v1)
            : named(SECObjectIdentifiers.secp256r1);
    try {
      return of(
          new KeyPairBytes(
              PrivateKeyInfoFactory.createPrivateKeyInfo(new ECPrivateKeyParameters(d, curve)),
              SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                  new ECPublicKeyParameters(curve.getG().multiply(d), curve))));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ECNamedDomainParameters named(ASN1ObjectIdentifier name) {
    return new ECNamedDomainParameters(name, CustomNamedCurves.getByOID(name));
  }

  Verifier verifier() {
    return key.verifier();
  }
}
