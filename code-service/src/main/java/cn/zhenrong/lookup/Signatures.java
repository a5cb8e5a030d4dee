package cn.zhenrong.lookup;

import cn.zhenrong.code.PrintedText;
import cn.zhenrong.code.SignatureToken;
import cn.zhenrong.code.Statement;
import cn.zhenrong.keys.KeyStatus;
import cn.zhenrong.keys.Keys;
import cn.zhenrong.keys.SigningKey;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Checks the `S` parameter of a scanned text against the published keys and the records
/// (code-format §3). Needs no store.
@Component
class Signatures {
  private final IntFunction<Optional<SigningKey>> keys;

  @Autowired
  Signatures(Keys keys) {
    this(keys::key);
  }

  /// @param keys the key of a slot, if there ever was one
  Signatures(IntFunction<Optional<SigningKey>> keys) {
    this.keys = keys;
  }

  /// @param path the code's identifier path
  /// @param slot whose key signs the codes of its batch: no other key signs them, so a good
  ///   signature by another is no more than a bad one
  /// @param recorded the statement its batch was issued with; null if the composition has none
  /// @param parameter the value of `S`, null if there was none
  SignatureCheck check(
      String path, int slot, @Nullable Statement recorded, @Nullable String parameter) {
    if (parameter == null) {
      return SignatureCheck.ABSENT;
    }
    return SignatureToken.read(parameter)
            .filter(token -> token.slot() == slot && token.statement().equals(recorded))
            .flatMap(token -> keys.apply(slot).filter(key -> verifies(key, path, token)))
            .isPresent()
        ? SignatureCheck.VALID
        : SignatureCheck.MISMATCH;
  }

  /// What a signature vouches for when nothing else can be asked: a key known to be compromised
  /// vouches for nothing.
  Optional<Statement> vouched(String path, String parameter) {
    return SignatureToken.read(parameter)
        .filter(token ->
            keys.apply(token.slot())
                .filter(key -> key.status() != KeyStatus.COMPROMISED)
                .filter(key -> verifies(key, path, token))
                .isPresent())
        .map(SignatureToken::statement);
  }

  private static boolean verifies(SigningKey key, String path, SignatureToken token) {
    byte[] message = PrintedText.message(path, token.statement());
    return key.key().verifier().verify(message, token.signature());
  }
}
