package cn.zhenrong.seal;

import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/// One implementation of Ed25519. All give the same bytes; they differ in speed.
///
/// [#CHOSEN] is decided once, when this class is loaded: Amazon Corretto Crypto Provider where its
/// native library loads, else Bouncy Castle.
interface Ed25519Engine {
  Ed25519Engine CHOSEN = choose();

  /// What to call it in a log line or a health answer.
  String name();

  /// From message to signature, for several threads.
  UnaryOperator<byte[]> signing(EdECPrivateKey key);

  /// From message and 64 signature bytes to the answer, for several threads.
  BiPredicate<byte[], byte[]> verifying(EdECPublicKey key);

  private static Ed25519Engine choose() {
    try {
      return CorrettoEd25519.ifLoadable().orElseGet(BouncyEd25519::new);
    } catch (LinkageError absent) {
      // The dependency is optional. The error comes while the class that uses it is linked, so it
      // must be caught outside that class.
      return new BouncyEd25519();
    }
  }
}
