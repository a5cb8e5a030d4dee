package cn.zhenrong.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ff1Test {
  private static final byte[] TWEAK = {'Z', 'R', '1'};
  private static final String KEY_128 = "2B7E151628AED2A6ABF7158809CF4F3C";
  private static final String KEY_192 = KEY_128 + "EF4359D8D580AA4F";
  private static final String KEY_256 = KEY_192 + "7F036D6F04FC6A94";

  /// The nine FF1 samples that NIST publishes with SP 800-38G.
  @ParameterizedTest
  @CsvSource({
    KEY_128 + ", 10, '', 0123456789, 2433477484",
    KEY_128 + ", 10, 39383736353433323130, 0123456789, 6124200773",
    KEY_128 + ", 36, 3737373770717273373737, 0123456789abcdefghi, a9tv40mll9kdu509eum",
    KEY_192 + ", 10, '', 0123456789, 2830668132",
    KEY_192 + ", 10, 39383736353433323130, 0123456789, 2496655549",
    KEY_192 + ", 36, 3737373770717273373737, 0123456789abcdefghi, xbj3kv35jrawxv32ysr",
    KEY_256 + ", 10, '', 0123456789, 6657667009",
    KEY_256 + ", 10, 39383736353433323130, 0123456789, 1001623463",
    KEY_256 + ", 36, 3737373770717273373737, 0123456789abcdefghi, xs8a0azh2avyalyzuwd",
  })
  void bothReferencesGiveThePublishedSamples(
      String key, int radix, String tweak, String plain, String coded)
      throws GeneralSecurityException {
    byte[] keyBytes = HexFormat.of().parseHex(key);
    byte[] tweakBytes = HexFormat.of().parseHex(tweak);
    int[] slow = new SlowFf1(keyBytes, radix, tweakBytes).encipher(numerals(plain, radix));
    assertThat(text(slow, radix)).isEqualTo(coded);
    FPEFF1Engine engine = engine(true, keyBytes, radix, tweakBytes);
    byte[] in = bytes(numerals(plain, radix));
    byte[] out = new byte[in.length];
    engine.processBlock(in, 0, in.length, out, 0);
    assertThat(text(ints(out), radix)).isEqualTo(coded);
  }

  @Test
  void equalsTheSlowReference() throws GeneralSecurityException {
    SplittableRandom random = new SplittableRandom(1);
    byte[] key = new byte[32];
    for (int i = 0; i < 2_000; i++) {
      random.nextBytes(key);
      long left = random.nextLong() & Ff1.HALF;
      long right = random.nextLong() & Ff1.HALF;
      Ff1 ff1 = new Ff1(key);
      ff1.encipher(left, right);
      assertThat(new SlowFf1(key, 32, TWEAK).encipher(ints(spread(left, right))))
          .isEqualTo(ints(spread(ff1.left(), ff1.right())));
    }
  }

  @Test
  void equalsBouncyCastleOnAMillionNumbersInBothDirections() {
    long equal = IntStream.range(0, 8).parallel().mapToLong(part -> compared(part, 125_000)).sum();
    assertThat(equal).isEqualTo(1_000_000);
  }

  @Test
  void holdsAtTheCorners() {
    byte[] key = new byte[32];
    for (long left : new long[] {0, 1, Ff1.HALF}) {
      for (long right : new long[] {0, 1, Ff1.HALF}) {
        Ff1 ff1 = new Ff1(key);
        ff1.encipher(left, right);
        assertThat(isEqual(engine(true, key, 32, TWEAK), spread(left, right), ff1)).isTrue();
        ff1.decipher(ff1.left(), ff1.right());
        assertThat(ff1.left()).isEqualTo(left);
        assertThat(ff1.right()).isEqualTo(right);
      }
    }
  }

  /// How many of `count` random numbers come out as Bouncy Castle's and back again. Both are
  /// one-to-one, so deciphering is compared as well; every tenth number also the long way.
  private static long compared(int seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] key = new byte[32];
    random.nextBytes(key);
    Ff1 ff1 = new Ff1(key);
    FPEFF1Engine enciphering = engine(true, key, 32, TWEAK);
    FPEFF1Engine deciphering = engine(false, key, 32, TWEAK);
    long equal = 0;
    for (int i = 0; i < count; i++) {
      long left = random.nextLong() & Ff1.HALF;
      long right = random.nextLong() & Ff1.HALF;
      byte[] numerals = spread(left, right);
      ff1.decipher(left, right);
      boolean same = i % 10 != 0 || isEqual(deciphering, numerals, ff1);
      ff1.encipher(left, right);
      same &= isEqual(enciphering, numerals, ff1);
      ff1.decipher(ff1.left(), ff1.right());
      equal += same && ff1.left() == left && ff1.right() == right ? 1 : 0;
    }
    return equal;
  }

  private static boolean isEqual(FPEFF1Engine engine, byte[] numerals, Ff1 ff1) {
    byte[] out = new byte[numerals.length];
    engine.processBlock(numerals, 0, numerals.length, out, 0);
    return java.util.Arrays.equals(out, spread(ff1.left(), ff1.right()));
  }

  private static FPEFF1Engine engine(boolean forth, byte[] key, int radix, byte[] tweak) {
    FPEFF1Engine engine = new FPEFF1Engine();
    engine.init(forth, new FPEParameters(new KeyParameter(key), radix, tweak));
    return engine;
  }

  private static byte[] spread(long left, long right) {
    byte[] numerals = new byte[14];
    for (int i = 0; i < 7; i++) {
      numerals[i] = (byte) (left >>> (30 - 5 * i) & 31);
      numerals[7 + i] = (byte) (right >>> (30 - 5 * i) & 31);
    }
    return numerals;
  }

  private static int[] numerals(String text, int radix) {
    return text.chars().map(c -> Character.digit(c, radix)).toArray();
  }

  private static String text(int[] numerals, int radix) {
    StringBuilder text = new StringBuilder();
    IntStream.of(numerals).forEach(n -> text.append(Character.forDigit(n, radix)));
    return text.toString();
  }

  private static byte[] bytes(int[] numerals) {
    byte[] bytes = new byte[numerals.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) numerals[i];
    }
    return bytes;
  }

  private static int[] ints(byte[] bytes) {
    return IntStream.range(0, bytes.length).map(i -> bytes[i]).toArray();
  }
}
