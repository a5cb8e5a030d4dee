package cn.zhenrong.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerifyingKeyTest {
  /// The key of RFC 8037 appendix A.
  private static final Pair RFC_8037 =
      Pair.ofSeed(
          HexFormat.of()
              .parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

  @Test
  void ed25519IsPublishedAsRfc8037Does() {
    assertThat(RFC_8037.key().jwk())
        .isEqualTo(
            Map.of(
                "kty", "OKP",
                "crv", "Ed25519",
                "x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"));
  }

  @Test
  void p256HasXAndY() {
    Map<String, String> jwk = Pair.of(SignatureAlgorithm.ES256).key().jwk();
    assertThat(jwk).containsOnlyKeys("kty", "crv", "x", "y").containsEntry("crv", "P-256");
    assertThat(jwk.get("x")).hasSize(43);
    assertThat(jwk.get("y")).hasSize(43);
  }

  @Test
  void sm2HasNoJwk() {
    assertThatIllegalStateException().isThrownBy(() -> Pair.of(SignatureAlgorithm.SM2).key().jwk());
  }

  @ParameterizedTest
  @EnumSource
  void isReadBackFromItsSpki(SignatureAlgorithm algorithm) {
    VerifyingKey key = Pair.of(algorithm).key();
    assertThat(VerifyingKey.ofSpki(key.spki())).isEqualTo(key).hasSameHashCodeAs(key);
    assertThat(key.algorithm()).isEqualTo(algorithm);
    assertThat(key.pem())
        .startsWith("-----BEGIN PUBLIC KEY-----\n")
        .endsWith("\n-----END PUBLIC KEY-----\n");
    assertThat(key.pem().lines()).allMatch(line -> line.length() <= 64);
  }
}
