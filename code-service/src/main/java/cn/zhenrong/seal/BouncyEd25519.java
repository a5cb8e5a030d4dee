package cn.zhenrong.seal;

import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.util.Arrays;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// Ed25519 in pure Java: the reference, and the fallback on machines without the native library.
final class BouncyEd25519 implements Ed25519Engine {
  @Override
  public String name() {
    return "Bouncy Castle";
  }

  @Override
  public UnaryOperator<byte[]> signing(EdECPrivateKey key) {
    byte[] seed =
        key.getBytes().orElseThrow(() -> new IllegalArgumentException("the key hides its bytes"));
    byte[] point = new byte[Ed25519.PUBLIC_KEY_SIZE];
    Ed25519.generatePublicKey(seed, 0, point, 0);
    return message -> {
      byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
      Ed25519.sign(seed, 0, point, 0, message, 0, message.length, signature, 0);
      return signature;
    };
  }

  @Override
  public BiPredicate<byte[], byte[]> verifying(EdECPublicKey key) {
    byte[] spki = key.getEncoded();
    byte[] point = Arrays.copyOfRange(spki, spki.length - Ed25519.PUBLIC_KEY_SIZE, spki.length);
    return (message, signature) ->
        Ed25519.verify(signature, 0, point, 0, message, 0, message.length);
  }
}
