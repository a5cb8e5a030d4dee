package cn.zhenrong.seal;

import java.security.KeyFactory;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/// An Ed25519 key pair as the JDK's own objects.
record EdKeys(EdECPrivateKey secret, EdECPublicKey open) {
  static EdKeys of(byte[] seed) throws Exception {
    KeyPairBytes pair = KeyPairBytes.ed25519(new Ed25519PrivateKeyParameters(seed));
    KeyFactory factory = KeyFactory.getInstance("Ed25519");
    return new EdKeys(
        (EdECPrivateKey)
            factory.generatePrivate(new PKCS8EncodedKeySpec(pair.pkcs8().getEncoded())),
        (EdECPublicKey) factory.generatePublic(new X509EncodedKeySpec(pair.spki().getEncoded())));
  }
}
