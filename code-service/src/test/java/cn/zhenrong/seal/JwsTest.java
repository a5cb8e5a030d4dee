package cn.zhenrong.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JwsTest {
  private static final byte[] PAYLOAD = "{\"v\":1}".getBytes(StandardCharsets.UTF_8);
  private static final String TYP = "zr-batch+jws";
  private static final Pair ED = Pair.of(SignatureAlgorithm.Ed25519);

  @ParameterizedTest
  @EnumSource(names = {"Ed25519", "ES256"})
  void opensWhatItSigned(SignatureAlgorithm algorithm) {
    Pair pair = Pair.of(algorithm);
    String jws = Jws.sign(pair.signer(), "kid-1", TYP, PAYLOAD);
    assertThat(Jws.open(jws, pair.verifier(), "kid-1", TYP)).contains(PAYLOAD);
  }

  @Test
  void headerNamesAlgorithmKeyAndType() {
    String header = Jws.sign(ED.signer(), "kid-1", TYP, PAYLOAD).split("\\.", 2)[0];
    assertThat(Base64.getUrlDecoder().decode(header))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("{\"alg\":\"EdDSA\",\"kid\":\"kid-1\",\"typ\":\"zr-batch+jws\"}");
  }

  /// RFC 8037 A.4 signs the header {"alg":"EdDSA"}; its key and input check the signature part.
  @Test
  void signsTheInputOfRfc8037() {
    byte[] seed =
        HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    byte[] input =
        "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"
            .getBytes(StandardCharsets.US_ASCII);
    assertThat(
            Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Pair.ofSeed(seed).signer().sign(input)))
        .isEqualTo(
            "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
  }

  @Test
  void refusesEveryChange() {
    String jws = Jws.sign(ED.signer(), "kid-1", TYP, PAYLOAD);
    for (int at = 0; at < jws.length(); at++) {
      char other = jws.charAt(at) == 'A' ? 'B' : 'A';
      String changed = jws.substring(0, at) + other + jws.substring(at + 1);
      assertThat(Jws.open(changed, ED.verifier(), "kid-1", TYP)).as("at %d", at).isEmpty();
    }
  }

  @Test
  void refusesAnotherKeyTypeOrShape() {
    String jws = Jws.sign(ED.signer(), "kid-1", TYP, PAYLOAD);
    assertThat(Jws.open(jws, ED.verifier(), "kid-2", TYP)).isEmpty();
    assertThat(Jws.open(jws, ED.verifier(), "kid-1", "JWT")).isEmpty();
    assertThat(Jws.open(jws, Pair.of(SignatureAlgorithm.ES256).verifier(), "kid-1", TYP)).isEmpty();
    for (String junk : new String[] {"", ".", "..", "...", jws + ".", jws + "=", jws + "!"}) {
      assertThat(Jws.open(junk, ED.verifier(), "kid-1", TYP)).isEmpty();
    }
  }

  @Test
  void hasNoNameForSm2() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Jws.sign(Pair.of(SignatureAlgorithm.SM2).signer(), "kid-1", TYP, PAYLOAD));
  }
}
