package cn.zhenrong.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SignatureTest {
  private static final String RFC_6979 =
      "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721";
  private static final String GB_T_32918 =
      "3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8";

  /// RFC 8032 §7.1, tests 1 to 3.
  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60, '',"
        + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb, 72,"
        + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7, af82,"
        + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  })
  void ed25519GivesThePublishedSignatures(String seed, String message, String signature) {
    Pair pair = Pair.ofSeed(hex(seed));
    assertThat(pair.signer().sign(hex(message))).isEqualTo(hex(signature));
    assertThat(pair.verifier().verify(hex(message), hex(signature))).isTrue();
  }

  /// The native library is part of the test machine, so a fallback here would be a silent loss.
  @Test
  void nativeAndPureJavaEd25519GiveTheSameBytes() throws Exception {
    Ed25519Engine fast = CorrettoEd25519.ifLoadable().orElseThrow();
    Ed25519Engine reference = new BouncyEd25519();
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 300; i++) {
      byte[] seed = new byte[32];
      random.nextBytes(seed);
      byte[] message = new byte[random.nextInt(200)];
      random.nextBytes(message);
      EdKeys keys = EdKeys.of(seed);
      byte[] signature = reference.signing(keys.secret()).apply(message);
      assertThat(fast.signing(keys.secret()).apply(message)).isEqualTo(signature);
      assertThat(fast.verifying(keys.open()).test(message, signature)).isTrue();
      assertThat(reference.verifying(keys.open()).test(message, signature)).isTrue();
      signature[random.nextInt(64)] ^= 4;
      assertThat(fast.verifying(keys.open()).test(message, signature)).isFalse();
      assertThat(reference.verifying(keys.open()).test(message, signature)).isFalse();
    }
  }

  /// RFC 6979 A.2.5, SHA-256.
  @ParameterizedTest
  @CsvSource({
    "sample, EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716,"
        + "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8",
    "test, F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367,"
        + "019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083",
  })
  void es256GivesThePublishedSignatures(String message, String r, String s) {
    Pair pair = Pair.ofSecret(SignatureAlgorithm.ES256, RFC_6979);
    assertThat(pair.signer().sign(ascii(message))).isEqualTo(hex(r + s));
  }

  @Test
  void es256AcceptsEitherS() {
    Pair pair = Pair.ofSecret(SignatureAlgorithm.ES256, RFC_6979);
    byte[] signature = pair.signer().sign(ascii("sample"));
    BigInteger other = CustomNamedCurves.getByName("P-256").getN().subtract(EcKeys.s(signature));
    byte[] twin = EcKeys.joined(new BigInteger[] {EcKeys.r(signature), other});
    assertThat(twin).isNotEqualTo(signature);
    assertThat(pair.verifier().verify(ascii("sample"), twin)).isTrue();
  }

  /// GB/T 32918.5-2017, annex A.2: the published hash and signature (with a nonce of its own).
  @Test
  void sm2AcceptsThePublishedSignature() throws Exception {
    Pair pair = Pair.ofSecret(SignatureAlgorithm.SM2, GB_T_32918);
    assertThat(hashed(pair, ascii("message digest")))
        .isEqualTo(hex("F0B43E94BA45ACCAACE692ED534382EB17E6AB5A19CE7B31F4486FDFC0D28640"));
    assertThat(
            pair.verifier()
                .verify(
                    ascii("message digest"),
                    hex(
                        "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"
                            + "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA")))
        .isTrue();
  }

  /// Bouncy Castle's signer, given the same nonces, is the reference.
  @Test
  void sm2EqualsBouncyCastleWithTheSameNonce() throws Exception {
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 200; i++) {
      KeyPairBytes bytes = KeyPairBytes.generate(SignatureAlgorithm.SM2, new FixedRandom(i));
      byte[] message = new byte[random.nextInt(100)];
      random.nextBytes(message);
      assertThat(Pair.of(bytes).signer().sign(message)).isEqualTo(SlowSm2.sign(bytes, message));
    }
  }

  @ParameterizedTest
  @EnumSource
  void signsTheSameWayEveryTimeAndOnAnyThread(SignatureAlgorithm algorithm) {
    Pair pair = generated(algorithm);
    byte[] first = pair.signer().sign(ascii("ZR1/S/0D26K7YTY8GVZYWZ/WS100"));
    assertThat(first).hasSize(64);
    boolean same =
        IntStream.range(0, 200)
            .parallel()
            .allMatch(_ ->
                Arrays.equals(first, pair.signer().sign(ascii("ZR1/S/0D26K7YTY8GVZYWZ/WS100"))));
    assertThat(same).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void refusesAnythingElseAsSignature(SignatureAlgorithm algorithm) {
    Pair pair = generated(algorithm);
    byte[] message = ascii("ZR1/S/0D26K7YTY8GVZYWZ/WS100");
    byte[] signature = pair.signer().sign(message);
    assertThat(pair.verifier().verify(message, signature)).isTrue();
    assertThat(pair.verifier().verify(ascii("ZR1/S/0D26K7YTY8GVZYWZ/WS99"), signature)).isFalse();
    assertThat(generated(algorithm).verifier().verify(message, signature)).isFalse();
    for (int at = 0; at < 64; at++) {
      byte[] wrong = signature.clone();
      wrong[at] ^= 1;
      assertThat(pair.verifier().verify(message, wrong)).as("byte %d", at).isFalse();
    }
    byte[] ones = new byte[64];
    Arrays.fill(ones, (byte) 0xFF);
    for (byte[] junk : new byte[][] {{}, new byte[63], new byte[65], new byte[64], ones}) {
      assertThat(pair.verifier().verify(message, junk)).isFalse();
    }
    assertThat(pair.verifier().verify(message, signature)).as("still works").isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void showsNoSecretAsText(SignatureAlgorithm algorithm) {
    KeyPairBytes pair = KeyPairBytes.generate(algorithm, new FixedRandom(1));
    assertThat(pair).hasToString("KeyPairBytes[hidden]");
    assertThat(Pair.of(pair).signer()).hasToString("Signer[slot 1, " + algorithm + ", key hidden]");
  }

  @Test
  void refusesPublicKeysOfOtherAlgorithms() throws Exception {
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(2048);
    byte[] spki = rsa.generateKeyPair().getPublic().getEncoded();
    assertThatIllegalArgumentException().isThrownBy(() -> VerifyingKey.ofSpki(spki));
    assertThatIllegalArgumentException().isThrownBy(() -> VerifyingKey.ofSpki(new byte[44]));
    assertThatIllegalArgumentException().isThrownBy(() -> VerifyingKey.ofSpki(new byte[0]));
  }

  private static Pair generated(SignatureAlgorithm algorithm) {
    return Pair.of(KeyPairBytes.generate(algorithm, new SecureRandom()));
  }

  private static byte[] hashed(Pair pair, byte[] message) throws IOException {
    return Sm2Keys.hash(
        Sm2Keys.identity((ECPublicKeyParameters) PublicKeyFactory.createKey(pair.key().spki())),
        message);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
