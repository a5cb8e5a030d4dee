package cn.zhenrong.seal;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/// FF1 as SP 800-38G writes it down (algorithm 7), for any radix and length: slow and obvious.
final class SlowFf1 {
  private final Cipher aes;
  private final int radix;
  private final byte[] tweak;

  SlowFf1(byte[] key, int radix, byte[] tweak) throws GeneralSecurityException {
    this.aes = Cipher.getInstance("AES/ECB/NoPadding");
    this.aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
    this.radix = radix;
    this.tweak = tweak;
  }

  int[] encipher(int[] numerals) throws GeneralSecurityException {
    int n = numerals.length;
    int u = n / 2;
    int v = n - u;
    int[] a = Arrays.copyOfRange(numerals, 0, u);
    int[] b = Arrays.copyOfRange(numerals, u, n);
    int byteCount = (BigInteger.valueOf(radix).pow(v).subtract(BigInteger.ONE).bitLength() + 7) / 8;
    int d = 4 * ((byteCount + 3) / 4) + 4;
    for (int i = 0; i < 10; i++) {
      BigInteger y = new BigInteger(1, stream(block(n, u), q(i, b, byteCount), d));
      int m = i % 2 == 0 ? u : v;
      BigInteger c = number(a).add(y).mod(BigInteger.valueOf(radix).pow(m));
      a = b;
      b = numerals(c, m);
    }
    int[] all = Arrays.copyOf(a, n);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  private byte[] block(int n, int u) {
    int t = tweak.length;
    return new byte[] {
      1,
      2,
      1,
      (byte) (radix >> 16),
      (byte) (radix >> 8),
      (byte) radix,
      10,
      (byte) u,
      (byte) (n >> 24),
      (byte) (n >> 16),
      (byte) (n >> 8),
      (byte) n,
      (byte) (t >> 24),
      (byte) (t >> 16),
      (byte) (t >> 8),
      (byte) t
    };
  }

  private byte[] q(int i, int[] half, int byteCount) {
    int zeros = Math.floorMod(-tweak.length - byteCount - 1, 16);
    byte[] q = Arrays.copyOf(tweak, tweak.length + zeros + 1 + byteCount);
    q[tweak.length + zeros] = (byte) i;
    byte[] number = number(half).toByteArray();
    int kept = Math.min(number.length, byteCount);
    System.arraycopy(number, number.length - kept, q, q.length - kept, kept);
    return q;
  }

  /// The first d bytes of R ‖ AES(R ⊕ 1) ‖ AES(R ⊕ 2) …, where R = PRF(P ‖ Q).
  private byte[] stream(byte[] p, byte[] q, int d) throws GeneralSecurityException {
    byte[] r = new byte[16];
    byte[] all = Arrays.copyOf(p, p.length + q.length);
    System.arraycopy(q, 0, all, p.length, q.length);
    for (int at = 0; at < all.length; at += 16) {
      for (int k = 0; k < 16; k++) {
        r[k] ^= all[at + k];
      }
      r = aes.doFinal(r);
    }
    byte[] s = Arrays.copyOf(r, (d + 15) / 16 * 16);
    for (int j = 1; j * 16 < d; j++) {
      byte[] next = r.clone();
      next[15] ^= (byte) j;
      System.arraycopy(aes.doFinal(next), 0, s, 16 * j, 16);
    }
    return Arrays.copyOf(s, d);
  }

  private BigInteger number(int[] numerals) {
    BigInteger number = BigInteger.ZERO;
    for (int numeral : numerals) {
      number = number.multiply(BigInteger.valueOf(radix)).add(BigInteger.valueOf(numeral));
    }
    return number;
  }

  private int[] numerals(BigInteger number, int length) {
    int[] numerals = new int[length];
    BigInteger rest = number;
    for (int i = length - 1; i >= 0; i--) {
      BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(radix));
      numerals[i] = parts[1].intValue();
      rest = parts[0];
    }
    return numerals;
  }
}
