package cn.zhenrong.keys;

import cn.zhenrong.seal.SignatureAlgorithm;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The public keys, for everyone who wants to check a code or a manifest without our software
/// (code-format §4).
@RestController
@RequestMapping("/.well-known")
class KeyFilesController {
  private static final CacheControl FIVE_MINUTES =
      CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

  private final Keys keys;

  KeyFilesController(Keys keys) {
    this.keys = keys;
  }

  record KeyAnswer(
      int slot,
      String kid,
      String alg,
      String pem,
      String status,
      Instant notBefore,
      Instant notAfter,
      @Nullable String successor) {
    static KeyAnswer of(SigningKey key) {
      return new KeyAnswer(
          key.slot(),
          key.kid(),
          key.key().algorithm().name(),
          key.key().pem(),
          key.status().name().toLowerCase(Locale.ROOT),
          key.notBefore(),
          key.notAfter(),
          key.successor());
    }
  }

  /// A JWK set (RFC 7517). A library that reads it knows nothing of states, so a compromised key is
  /// not among the keys: nothing must be believed because of it.
  ///
  /// @param compromised kids of the keys left out for that reason
  record JwkSet(List<Map<String, String>> keys, List<String> compromised) {}

  /// SM2 has no registered JWK and stands in `code-keys.json` only.
  @GetMapping("/jwks.json")
  ResponseEntity<JwkSet> jwks() {
    List<SigningKey> all =
        keys.all().stream().filter(key -> key.key().algorithm() != SignatureAlgorithm.SM2).toList();
    JwkSet set =
        new JwkSet(
            all.stream().filter(key -> !isLost(key)).map(KeyFilesController::jwk).toList(),
            all.stream().filter(KeyFilesController::isLost).map(SigningKey::kid).toList());
    return ResponseEntity.ok().cacheControl(FIVE_MINUTES).body(set);
  }

  @GetMapping("/code-keys.json")
  ResponseEntity<Map<String, List<KeyAnswer>>> codeKeys() {
    List<KeyAnswer> all = keys.all().stream().map(KeyAnswer::of).toList();
    return ResponseEntity.ok().cacheControl(FIVE_MINUTES).body(Map.of("keys", all));
  }

  private static boolean isLost(SigningKey key) {
    return key.status() == KeyStatus.COMPROMISED;
  }

  private static Map<String, String> jwk(SigningKey key) {
    Map<String, String> jwk = new LinkedHashMap<>(key.key().jwk());
    jwk.put("kid", key.kid());
    jwk.put("use", "sig");
    key.key().algorithm().jwsName().ifPresent(name -> jwk.put("alg", name));
    return jwk;
  }
}
