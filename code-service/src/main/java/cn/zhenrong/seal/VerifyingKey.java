package cn.zhenrong.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.math.ec.ECPoint;

/// A public key in the forms it is published in: SPKI DER, PEM and JWK.
public final class VerifyingKey {
  private final byte[] spki;
  private final AsymmetricKeyParameter key;
  private final SignatureAlgorithm algorithm;
  private final Verifier verifier;

  private VerifyingKey(byte[] spki, AsymmetricKeyParameter key) {
    this.spki = spki;
    this.key = key;
    this.algorithm = algorithmOf(key);
    this.verifier = new PublicKeyVerifier(algorithm, predicate(key, algorithm, spki));
  }

  /// Reads a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7); the algorithm is the one written in it.
  ///
  /// @throws IllegalArgumentException if it is broken or of an algorithm that is not ours
  public static VerifyingKey ofSpki(byte[] spki) {
    try {
      return new VerifyingKey(spki.clone(), PublicKeyFactory.createKey(spki));
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("not a public key this software can use", e);
    }
  }

  public SignatureAlgorithm algorithm() {
    return algorithm;
  }

  /// SPKI DER, a copy.
  public byte[] spki() {
    return spki.clone();
  }

  /// SPKI as PEM (RFC 7468 §13), with a newline at the end.
  public String pem() {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(spki);
    return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
  }

  /// base64url(SHA-256(SPKI DER)), 43 characters.
  public String thumbprint() {
    return base64Url(Sha256.of(spki));
  }

  /// The public members of a JWK (RFC 7517, RFC 8037): `kty`, `crv`, `x` and for P-256 `y`.
  ///
  /// @throws IllegalStateException for SM2, which has no registered JWK
  public Map<String, String> jwk() {
    Map<String, String> jwk = new LinkedHashMap<>();
    switch (key) {
      case Ed25519PublicKeyParameters ed -> {
        jwk.put("kty", "OKP");
        jwk.put("crv", "Ed25519");
        jwk.put("x", base64Url(ed.getEncoded()));
      }
      case ECPublicKeyParameters ec when algorithm == SignatureAlgorithm.ES256 -> {
        ECPoint point = ec.getQ().normalize();
        jwk.put("kty", "EC");
        jwk.put("crv", "P-256");
        jwk.put("x", base64Url(point.getAffineXCoord().getEncoded()));
        jwk.put("y", base64Url(point.getAffineYCoord().getEncoded()));
      }
      default -> throw new IllegalStateException("SM2 has no registered JWK");
    }
    return jwk;
  }

  /// The key at work; always the same object.
  public Verifier verifier() {
    return verifier;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifyingKey that && Arrays.equals(spki, that.spki);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(spki);
  }

  @Override
  public String toString() {
    return "VerifyingKey[" + algorithm + " " + thumbprint() + "]";
  }

  private static BiPredicate<byte[], byte[]> predicate(
      AsymmetricKeyParameter key, SignatureAlgorithm algorithm, byte[] spki) {
    return switch (key) {
      case Ed25519PublicKeyParameters _ -> Ed25519Engine.CHOSEN.verifying(jdkKey(spki));
      case ECPublicKeyParameters ec when algorithm == SignatureAlgorithm.SM2 ->
          (message, signature) -> Sm2Keys.verify(ec, message, signature);
      case ECPublicKeyParameters ec ->
          (message, signature) -> EcKeys.verifyEs256(ec, message, signature);
      default -> throw new IllegalStateException("an algorithm that was refused before");
    };
  }

  private static EdECPublicKey jdkKey(byte[] spki) {
    try {
      return (EdECPublicKey)
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no Ed25519 in this Java", e);
    }
  }

  private static SignatureAlgorithm algorithmOf(AsymmetricKeyParameter key) {
    if (key instanceof Ed25519PublicKeyParameters) {
      return SignatureAlgorithm.Ed25519;
    }
    if (key instanceof ECPublicKeyParameters ec
        && ec.getParameters() instanceof ECNamedDomainParameters named) {
      if (named.getName().equals(GMObjectIdentifiers.sm2p256v1)) {
        return SignatureAlgorithm.SM2;
      }
      if (named.getName().equals(SECObjectIdentifiers.secp256r1)) {
        return SignatureAlgorithm.ES256;
      }
    }
    throw new IllegalArgumentException("keys are Ed25519, SM2 or P-256");
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
