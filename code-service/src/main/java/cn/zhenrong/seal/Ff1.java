package cn.zhenrong.seal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;

/// FF1 of NIST SP 800-38G for exactly one shape: radix 32, 14 numerals, tweak ASCII `ZR1`. For one
/// thread at a time.
final class Ff1 {
  // With this shape the general algorithm becomes small. Each half has seven numerals, that is 35
  // bits, and fits a long; reducing modulo 32⁷ keeps the low 35 bits. The fixed block P never
  // changes, so its encipherment is computed once. Q is one block: tweak, seven zero bytes, the
  // round
  // number and the half in five bytes (b = 5). PRF(P ‖ Q) is then one AES call, and of S, its first
  // d = 12 bytes, only the low 35 bits matter: they lie in bytes 4 to 11.

  private static final int ROUNDS = 10;
  private static final int HALF_BITS = 35;
  static final long HALF = (1L << HALF_BITS) - 1;
  private static final long TWEAK = 0x5A52_3100_0000_0000L;
  private static final byte[] P = {1, 2, 1, 0, 0, 32, 10, 7, 0, 0, 0, 14, 0, 0, 0, 3};
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final Cipher aes;
  private final byte[] block = new byte[16];
  private final byte[] result = new byte[16];
  private final long fixedLow;
  private final long fixedHigh;
  private long left;
  private long right;

  /// @param key 16, 24 or 32 bytes
  Ff1(byte[] key) {
    try {
      aes = Cipher.getInstance("AES/ECB/NoPadding");
      aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
      byte[] fixed = aes.doFinal(P);
      fixedHigh = (long) LONGS.get(fixed, 0) ^ TWEAK;
      fixedLow = (long) LONGS.get(fixed, 8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no AES in this Java", e);
    }
  }

  /// Enciphers two halves of 35 bits; the answer is in [#left] and [#right].
  void encipher(long plainLeft, long plainRight) {
    long a = plainLeft;
    long b = plainRight;
    for (int i = 0; i < ROUNDS; i++) {
      long c = (a + round(i, b)) & HALF;
      a = b;
      b = c;
    }
    left = a;
    right = b;
  }

  /// Deciphers two halves of 35 bits; the answer is in [#left] and [#right].
  void decipher(long codedLeft, long codedRight) {
    long a = codedLeft;
    long b = codedRight;
    for (int i = ROUNDS - 1; i >= 0; i--) {
      long c = (b - round(i, a)) & HALF;
      b = a;
      a = c;
    }
    left = a;
    right = b;
  }

  /// The first seven numerals of the last answer, as a number.
  long left() {
    return left;
  }

  /// The last seven numerals of the last answer, as a number.
  long right() {
    return right;
  }

  private long round(int i, long half) {
    LONGS.set(block, 0, fixedHigh);
    LONGS.set(block, 8, fixedLow ^ ((long) i << 40) ^ half);
    try {
      aes.update(block, 0, block.length, result, 0);
    } catch (ShortBufferException e) {
      throw new IllegalStateException("one block in, one block out", e);
    }
    return (long) LONGS.get(result, 4);
  }

  @Override
  public String toString() {
    return "Ff1[key hidden]";
  }
}
