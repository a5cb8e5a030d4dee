package cn.zhenrong.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// The self-signed certificate of a new key: carries validity and kid, proves nothing.
final class SelfSigned {
  // Used as an object and never registered; making it fills the tables that getPrivateKey reads.
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  private final PrivateKey key;
  private final byte[] encoded;

  SelfSigned(KeyCeremony ceremony, KeyPairBytes pair, SignatureAlgorithm algorithm)
      throws IOException, OperatorCreationException {
    this(
        ceremony,
        pair.spki(),
        BouncyCastleProvider.getPrivateKey(pair.pkcs8()),
        PROVIDER,
        algorithm);
  }

  /// @param provider the one that can sign with this private key
  SelfSigned(
      KeyCeremony ceremony,
      SubjectPublicKeyInfo spki,
      PrivateKey key,
      Provider provider,
      SignatureAlgorithm algorithm)
      throws IOException, OperatorCreationException {
    this.key = key;
    String kid =
        (ceremony.demo() ? KeySlot.DEMO : "") + VerifyingKey.ofSpki(spki.getEncoded()).thumbprint();
    X500Name name = new X500NameBuilder().addRDN(BCStyle.CN, kid).build();
    BigInteger number = new BigInteger(127, ceremony.random()).add(BigInteger.ONE);
    ContentSigner signer =
        new JcaContentSignerBuilder(signatureName(algorithm)).setProvider(provider).build(key);
    encoded =
        new X509v3CertificateBuilder(
                name,
                number,
                Date.from(ceremony.notBefore()),
                Date.from(ceremony.notAfter()),
                name,
                spki)
            .build(signer)
            .getEncoded();
  }

  PrivateKey privateKey() {
    return key;
  }

  byte[] encoded() {
    return encoded.clone();
  }

  Certificate[] chain() throws CertificateException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    return new Certificate[] {factory.generateCertificate(new ByteArrayInputStream(encoded))};
  }

  private static String signatureName(SignatureAlgorithm algorithm) {
    return switch (algorithm) {
      case Ed25519 -> "Ed25519";
      case SM2 -> "SM3withSM2";
      case ES256 -> "SHA256withECDSA";
    };
  }
}
