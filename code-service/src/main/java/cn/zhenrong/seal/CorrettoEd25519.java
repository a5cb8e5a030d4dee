package cn.zhenrong.seal;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/// Ed25519 of Amazon Corretto Crypto Provider, in native code. The provider is used directly and
/// never registered, so no other cryptography of the process changes.
final class CorrettoEd25519 implements Ed25519Engine {
  private final Provider provider;

  private CorrettoEd25519(Provider provider) {
    this.provider = provider;
  }

  /// Empty where the native library does not load. Where the jar itself is missing, touching this
  /// class ends in a [LinkageError].
  static Optional<Ed25519Engine> ifLoadable() {
    AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
    boolean usable =
        provider.getLoadingError() == null && provider.getService("Signature", "Ed25519") != null;
    return usable ? Optional.of(new CorrettoEd25519(provider)) : Optional.empty();
  }

  @Override
  public String name() {
    return "Amazon Corretto Crypto Provider";
  }

  @Override
  public UnaryOperator<byte[]> signing(EdECPrivateKey key) {
    Pool<Signature> pool =
        new Pool<>(() -> {
          Signature signature = Signature.getInstance("Ed25519", provider);
          signature.initSign(key);
          return signature;
        });
    return message ->
        pool.use(signature -> {
          signature.update(message);
          return signature.sign();
        });
  }

  @Override
  public BiPredicate<byte[], byte[]> verifying(EdECPublicKey key) {
    Pool<Signature> pool =
        new Pool<>(() -> {
          Signature signature = Signature.getInstance("Ed25519", provider);
          signature.initVerify(key);
          return signature;
        });
    return (message, candidate) ->
        pool.use(signature -> {
          signature.update(message);
          return isVerified(signature, candidate);
        });
  }

  private static boolean isVerified(Signature signature, byte[] candidate)
      throws GeneralSecurityException {
    try {
      return signature.verify(candidate);
    } catch (SignatureException malformed) {
      return false;
    }
  }
}
