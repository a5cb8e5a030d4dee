package cn.zhenrong.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckedSignerTest {
  private static final int ONE_IN = 100;
  private static final int WORK = 1000;

  @ParameterizedTest
  @EnumSource
  void givesTheBytesOfTheKeyItself(SignatureAlgorithm algorithm) {
    Pair pair = Pair.of(algorithm);
    Signer always = CheckedSigner.always(pair.signer(), pair.verifier());
    for (int i = 0; i < 5; i++) {
      assertThat(always.sign(message(i))).isEqualTo(pair.signer().sign(message(i)));
    }
    assertThat(always.slot()).isEqualTo(1);
    assertThat(always.algorithm()).isEqualTo(algorithm);
    assertThat(always).hasToString("CheckedSigner[slot 1, " + algorithm + ", key hidden]");
  }

  @ParameterizedTest
  @EnumSource
  void neverHandsOverASingleSignatureThatDoesNotVerify(SignatureAlgorithm algorithm) {
    Pair pair = Pair.of(algorithm);
    BitFlips broken = new BitFlips(pair.signer(), message -> number(message) == 3);
    Signer always = CheckedSigner.always(broken, pair.verifier());
    for (int i = 0; i < 3; i++) {
      assertThat(pair.verifier().verify(message(i), always.sign(message(i)))).isTrue();
    }
    assertThatThrownBy(() -> always.sign(message(3)))
        .isInstanceOf(BadSignature.class)
        .hasMessageContaining("slot 1");
  }

  @Test
  void looksAtTheFirstSignatureOfEveryPieceOfWork() {
    Pair pair = Pair.of(SignatureAlgorithm.Ed25519);
    for (int seed = 0; seed < 20; seed++) {
      Signer sampling = sampling(pair, new BitFlips(pair.signer(), _ -> true), seed);
      assertThatThrownBy(() -> sampling.sign(message(0))).isInstanceOf(BadSignature.class);
    }
  }

  @Test
  void looksAtOneInSoManyAfterThat() {
    Pair pair = Pair.of(SignatureAlgorithm.Ed25519);
    int[] looked = {0};
    Verifier counting =
        new PublicKeyVerifier(
            SignatureAlgorithm.Ed25519,
            (message, signature) -> {
              looked[0]++;
              return pair.verifier().verify(message, signature);
            });
    Signer sampling =
        CheckedSigner.sampling(pair.signer(), counting, 20_000, ONE_IN, new SplittableRandom(1));
    for (int i = 0; i < 20_000; i++) {
      sampling.sign(message(i));
    }
    assertThat(looked[0]).isBetween(150, 250);
  }

  /// A key that breaks for good is found within two gaps, wherever it breaks.
  @Test
  void findsAKeyThatBreaksOnTheWay() {
    Pair pair = Pair.of(SignatureAlgorithm.Ed25519);
    for (int seed = 0; seed < 20; seed++) {
      int from = 37 * seed + 1;
      Signer sampling =
          sampling(pair, new BitFlips(pair.signer(), message -> number(message) >= from), seed);
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < from + 2 * ONE_IN; i++) {
                  sampling.sign(message(i));
                }
              })
          .isInstanceOf(BadSignature.class);
    }
  }

  @Test
  void looksAtTheLastSignatureOfEveryPieceOfWork() {
    Pair pair = Pair.of(SignatureAlgorithm.Ed25519);
    for (int seed = 0; seed < 20; seed++) {
      Signer sampling =
          sampling(pair, new BitFlips(pair.signer(), message -> number(message) == WORK - 1), seed);
      for (int i = 0; i < WORK - 1; i++) {
        sampling.sign(message(i));
      }
      assertThatThrownBy(() -> sampling.sign(message(WORK - 1))).isInstanceOf(BadSignature.class);
    }
  }

  private static Signer sampling(Pair pair, Signer signer, int seed) {
    return CheckedSigner.sampling(
        signer, pair.verifier(), WORK, ONE_IN, new SplittableRandom(seed));
  }

  private static int number(byte[] message) {
    return ByteBuffer.wrap(message).getInt();
  }

  private static byte[] message(int number) {
    return ByteBuffer.allocate(4).putInt(number).array();
  }
}
