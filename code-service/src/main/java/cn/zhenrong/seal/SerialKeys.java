package cn.zhenrong.seal;

import cn.zhenrong.code.CheckSymbol;
import cn.zhenrong.code.Crockford;
import cn.zhenrong.code.Serial;
import cn.zhenrong.code.SerialCipher;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/// The keys of all 32 epochs, and with them the way from index to serial and back (code-format §1).
///
/// An outsider who does not know the key meets an index with probability 2⁻²⁵ times the share of
/// indexes in use, because deciphering must give 25 zero bits.
public final class SerialKeys implements SerialCipher {
  private static final int EPOCHS = 32;
  private static final int SYMBOLS = 14;

  private final List<Pool<Ff1>> epochs;

  private SerialKeys(List<Pool<Ff1>> epochs) {
    this.epochs = List.copyOf(epochs);
  }

  /// Derives the key of each epoch from the installation's root secret.
  ///
  /// @param root at least 32 bytes
  public static SerialKeys ofRoot(byte[] root) {
    if (root.length < 32) {
      throw new IllegalArgumentException("a root has 32 bytes or more, not " + root.length);
    }
    List<Pool<Ff1>> epochs = new ArrayList<>();
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      byte[] key = Hkdf.derive(root, info(epoch));
      epochs.add(ciphers(key));
      Arrays.fill(key, (byte) 0);
    }
    return new SerialKeys(epochs);
  }

  /// The same FF1 key for every epoch: for published vectors, never for an installation.
  static SerialKeys ofFf1Key(byte[] key) {
    return new SerialKeys(Collections.nCopies(EPOCHS, ciphers(key)));
  }

  @Override
  public Serial encipher(int epoch, long index) {
    byte[] symbols =
        epochs
            .get(checked(epoch))
            .use(ff1 -> {
              byte[] into = new byte[Serial.LENGTH];
              write(ff1, epoch, index, into, 0);
              return into;
            });
    return Serial.of(symbols, 0);
  }

  @Override
  public OptionalLong decipher(Serial serial) {
    String text = serial.text();
    return epochs.get(serial.epoch()).use(ff1 -> read(ff1, text));
  }

  @Override
  public Writer writer(int epoch) {
    Ff1 ff1 = epochs.get(checked(epoch)).fresh();
    return (index, into, at) -> write(ff1, epoch, index, into, at);
  }

  /// A text that tells one root from another and nothing else: the serial of the last index, which
  /// no batch is ever given.
  public String witness(int epoch) {
    return encipher(epoch, LAST_INDEX).text();
  }

  @Override
  public String toString() {
    return "SerialKeys[hidden]";
  }

  /// The index is nine numerals, then come five zeros: together two halves of 35 bits.
  private static void write(Ff1 ff1, int epoch, long index, byte[] into, int at) {
    if (index < 1 || index > LAST_INDEX) {
      throw new IllegalArgumentException("an index lies between 1 and 2^45 - 1");
    }
    ff1.encipher(index >>> 10, (index & 0x3FF) << 25);
    into[at] = Crockford.symbol(epoch);
    spread(ff1.left(), into, at + 1);
    spread(ff1.right(), into, at + 1 + SYMBOLS / 2);
    into[at + 15] = Crockford.symbol(CheckSymbol.of(into, at));
  }

  private static OptionalLong read(Ff1 ff1, String text) {
    ff1.decipher(half(text, 1), half(text, 1 + SYMBOLS / 2));
    long index = ff1.left() << 10 | ff1.right() >>> 25;
    boolean zeros = (ff1.right() & 0x1FF_FFFF) == 0;
    return zeros && index != 0 ? OptionalLong.of(index) : OptionalLong.empty();
  }

  private static void spread(long half, byte[] into, int at) {
    for (int i = 0; i < SYMBOLS / 2; i++) {
      into[at + i] = Crockford.symbol((int) (half >>> (30 - 5 * i)) & 31);
    }
  }

  private static long half(String text, int from) {
    long half = 0;
    for (int i = from; i < from + SYMBOLS / 2; i++) {
      half = half << 5 | Crockford.value(text.charAt(i));
    }
    return half;
  }

  private static Pool<Ff1> ciphers(byte[] key) {
    byte[] own = key.clone();
    return new Pool<>(() -> new Ff1(own));
  }

  private static int checked(int epoch) {
    if (epoch < 0 || epoch >= EPOCHS) {
      throw new IllegalArgumentException("an epoch lies between 0 and 31");
    }
    return epoch;
  }

  private static byte[] info(int epoch) {
    byte[] words = "ZR1 serial".getBytes(StandardCharsets.US_ASCII);
    byte[] info = Arrays.copyOf(words, words.length + 1);
    info[words.length] = (byte) epoch;
    return info;
  }
}
