package cn.zhenrong.seal;

import java.util.function.BiPredicate;

/// A verifier that looks at the length first.
record PublicKeyVerifier(SignatureAlgorithm algorithm, BiPredicate<byte[], byte[]> predicate)
    implements Verifier {
  @Override
  public boolean verify(byte[] message, byte[] signature) {
    return signature.length == SignatureAlgorithm.SIGNATURE_LENGTH
        && predicate.test(message, signature);
  }
}
