package cn.zhenrong.seal;

import java.io.IOException;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/// A new key pair as PKCS#8 and SPKI.
record KeyPairBytes(PrivateKeyInfo pkcs8, SubjectPublicKeyInfo spki) {
  static KeyPairBytes generate(SignatureAlgorithm algorithm, SecureRandom random) {
    try {
      return switch (algorithm) {
        case Ed25519 -> ed25519(new Ed25519PrivateKeyParameters(random));
        case SM2 ->
            ec(
                GMObjectIdentifiers.sm2p256v1,
                GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1),
                random);
        case ES256 ->
            ec(
                SECObjectIdentifiers.secp256r1,
                SECNamedCurves.getByOID(SECObjectIdentifiers.secp256r1),
                random);
      };
    } catch (IOException e) {
      throw new IllegalStateException("a new key cannot be written", e);
    }
  }

  /// PKCS#8 of version 1, without the public half: every reader takes it.
  static KeyPairBytes ed25519(Ed25519PrivateKeyParameters key) throws IOException {
    PrivateKeyInfo pkcs8 =
        new PrivateKeyInfo(
            new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519),
            new DEROctetString(key.getEncoded()));
    return new KeyPairBytes(
        pkcs8, SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key.generatePublicKey()));
  }

  private static KeyPairBytes ec(
      ASN1ObjectIdentifier name, X9ECParameters curve, SecureRandom random) throws IOException {
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(new ECKeyGenerationParameters(new ECNamedDomainParameters(name, curve), random));
    AsymmetricCipherKeyPair pair = generator.generateKeyPair();
    return new KeyPairBytes(
        PrivateKeyInfoFactory.createPrivateKeyInfo(pair.getPrivate()),
        SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic()));
  }

  @Override
  public String toString() {
    return "KeyPairBytes[hidden]";
  }
}
