package cn.zhenrong.keys;

import cn.zhenrong.problem.CannotStart;
import cn.zhenrong.problem.Words;
import cn.zhenrong.seal.SignatureAlgorithm;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/// Which algorithms sign the codes of new batches, and which their manifests.
///
/// One that the settings name is taken strictly: an installation that must sign by SM2 issues
/// nothing rather than codes signed otherwise.
@Component
class KeyChoice {
  /// Ed25519 is the default (code-format §4); P-256 stands in for tokens that cannot do it.
  private static final List<SignatureAlgorithm> DEFAULT =
      List.of(SignatureAlgorithm.Ed25519, SignatureAlgorithm.ES256);

  private final List<SignatureAlgorithm> codes;

  /// @throws CannotStart if the settings name an algorithm that does not exist
  KeyChoice(KeySettings settings) {
    String named = settings.codes();
    this.codes = named == null ? DEFAULT : List.of(algorithm(named));
  }

  boolean signsCodes(SigningKey key) {
    return codes.contains(key.key().algorithm());
  }

  /// A manifest is a JWS, and SM2 has no name there.
  boolean signsManifests(SigningKey key) {
    return key.key().algorithm().jwsName().isPresent();
  }

  /// The order in which keys are given to new batches; among equals the newest.
  Comparator<SigningKey> preferredFirst() {
    return Comparator.<SigningKey>comparingInt(key -> codes.indexOf(key.key().algorithm()))
        .thenComparing(KeyRegister.NEWEST_FIRST);
  }

  /// That no key may sign codes, or none manifests.
  ///
  /// @param codesAreSigned whether there is one for codes
  Words lacking(boolean codesAreSigned) {
    List<String> names = codes.stream().map(SignatureAlgorithm::name).toList();
    return codesAreSigned
        ? KeyTexts.words("keys.none-for-manifests")
        : KeyTexts.words("keys.none-current", String.join(" / ", names), names.getFirst());
  }

  private static SignatureAlgorithm algorithm(String named) {
    return Arrays.stream(SignatureAlgorithm.values())
        .filter(one -> one.name().equalsIgnoreCase(named))
        .findFirst()
        .orElseThrow(() -> KeyTexts.unusable("keys.codes", named));
  }
}
