package cn.zhenrong.seal;

import java.io.IOException;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

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
    return of(KeyPairBytes.generate(algorithm, new FixedRandom(algorithm.ordinal())));
  }

  Verifier verifier() {
    return key.verifier();
  }
}
