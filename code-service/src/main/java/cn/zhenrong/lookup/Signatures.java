package cn.zhenrong.lookup;

import cn.zhenrong.code.PrintedText;
import cn.zhenrong.code.SignatureToken;
import cn.zhenrong.code.Statement;
import cn.zhenrong.keys.KeyStatus;
import cn.zhenrong.keys.Keys;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Checks the `S` parameter of a scanned text against the published keys and the records
/// (code-format §3). Needs no store.
@Component
class Signatures {
  private final Keys keys;

  Signatures(Keys keys) {
    this.keys = keys;
  }

  /// @param path the code's identifier path
  /// @param recorded the statement its batch was issued with; null if the composition has none
  /// @param parameter the value of `S`, null if there was none
  SignatureCheck check(String path, @Nullable Statement recorded, @Nullable String parameter) {
    if (parameter == null) {
      return SignatureCheck.ABSENT;
    }
    return verified(path, parameter).filter(said -> said.equals(recorded)).isPresent()
        ? SignatureCheck.VALID
        : SignatureCheck.MISMATCH;
  }

  /// What a signature vouches for when nothing else can be asked: a key known to be compromised
  /// vouches for nothing.
  Optional<Statement> vouched(String path, String parameter) {
    return SignatureToken.read(parameter)
        .filter(token -> keys.key(token.slot()).isPresent())
        .filter(token -> keys.status(token.slot()) != KeyStatus.COMPROMISED)
        .flatMap(_ -> verified(path, parameter));
  }

  /// What a signature that verifies says of the composition; empty if it does not verify.
  private Optional<Statement> verified(String path, String parameter) {
    return SignatureToken.read(parameter)
        .filter(token ->
            keys.verifier(token.slot())
                .map(verifier ->
                    verifier.verify(
                        PrintedText.message(path, token.statement()), token.signature()))
                .orElse(false))
        .map(SignatureToken::statement);
  }
}
