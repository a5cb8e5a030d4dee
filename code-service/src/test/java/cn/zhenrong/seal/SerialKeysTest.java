package cn.zhenrong.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.zhenrong.code.CheckSymbol;
import cn.zhenrong.code.Crockford;
import cn.zhenrong.code.Serial;
import cn.zhenrong.code.SerialCipher;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SerialKeysTest {
  private static final byte[] ROOT = new byte[32];
  private static final SerialKeys KEYS = SerialKeys.ofRoot(ROOT);

  @Test
  void givesThePublishedVectors() {
    JsonNode vectors = Vectors.read("serial.json");
    SerialKeys keys =
        SerialKeys.ofFf1Key(HexFormat.of().parseHex(vectors.get("ff1Key").asString()));
    int seen = 0;
    for (JsonNode vector : vectors.get("serials")) {
      Serial serial = new Serial(vector.get("serial").asString());
      long index = vector.get("index").asLong();
      assertThat(keys.encipher(vector.get("epoch").asInt(), index)).isEqualTo(serial);
      assertThat(keys.decipher(serial)).hasValue(index);
      seen++;
    }
    assertThat(seen).isGreaterThanOrEqualTo(3);
  }

  /// HKDF written out with HMAC (RFC 5869 §2): one block of output.
  @Test
  void derivesTheKeyOfAnEpochFromTheRoot() throws Exception {
    byte[] pseudorandom = hmac(new byte[32], ROOT);
    byte[] info = {'Z', 'R', '1', ' ', 's', 'e', 'r', 'i', 'a', 'l', 17, 1};
    Serial expected = SerialKeys.ofFf1Key(hmac(pseudorandom, info)).encipher(17, 99);
    assertThat(KEYS.encipher(17, 99)).isEqualTo(expected);
  }

  @Test
  void decipheringUndoesEnciphering() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 20_000; i++) {
      int epoch = random.nextInt(32);
      long index = random.nextLong(1, SerialCipher.LAST_INDEX + 1);
      Serial serial = KEYS.encipher(epoch, index);
      assertThat(serial.epoch()).isEqualTo(epoch);
      assertThat(KEYS.decipher(serial)).hasValue(index);
    }
  }

  @Test
  void doesNotKnowASerialWhoseSymbolsWereChosen() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 20_000; i++) {
      assertThat(KEYS.decipher(randomSerial(random))).isEmpty();
    }
  }

  /// Index 0 enciphers like any other but is never given out.
  @Test
  void doesNotKnowIndexZero() {
    Ff1 ff1 = new Ff1(new byte[32]);
    ff1.encipher(0, 0);
    byte[] symbols = new byte[16];
    symbols[0] = '0';
    for (int i = 0; i < 7; i++) {
      symbols[1 + i] = Crockford.symbol((int) (ff1.left() >>> (30 - 5 * i)));
      symbols[8 + i] = Crockford.symbol((int) (ff1.right() >>> (30 - 5 * i)));
    }
    assertThat(SerialKeys.ofFf1Key(new byte[32]).decipher(checked(symbols))).isEmpty();
  }

  @Test
  void writerWritesWhatEncipherGives() {
    SerialCipher.Writer writer = KEYS.writer(9);
    byte[] line = new byte[20];
    for (long index = 1; index < 200; index++) {
      writer.write(index, line, 2);
      assertThat(Serial.of(line, 2)).isEqualTo(KEYS.encipher(9, index));
    }
    assertThat(line).startsWith(0, 0).endsWith(0, 0);
  }

  @Test
  void servesManyThreads() {
    boolean right =
        IntStream.range(0, 40_000)
            .parallel()
            .allMatch(i -> KEYS.decipher(KEYS.encipher(1, i + 1L)).orElse(0) == i + 1L);
    assertThat(right).isTrue();
  }

  @Test
  void refusesNumbersOutOfRange() {
    for (long index : new long[] {0, -1, SerialCipher.LAST_INDEX + 1}) {
      assertThatIllegalArgumentException().isThrownBy(() -> KEYS.encipher(0, index));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> KEYS.writer(0).write(index, new byte[16], 0));
    }
    for (int epoch : new int[] {-1, 32}) {
      assertThatIllegalArgumentException().isThrownBy(() -> KEYS.encipher(epoch, 1));
      assertThatIllegalArgumentException().isThrownBy(() -> KEYS.writer(epoch));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> SerialKeys.ofRoot(new byte[31]));
  }

  private static Serial randomSerial(SplittableRandom random) {
    byte[] symbols = new byte[16];
    for (int i = 0; i < 15; i++) {
      symbols[i] = Crockford.symbol(random.nextInt(32));
    }
    return checked(symbols);
  }

  private static Serial checked(byte[] symbols) {
    symbols[15] = Crockford.symbol(CheckSymbol.of(symbols, 0));
    return Serial.of(symbols, 0);
  }

  private static byte[] hmac(byte[] key, byte[] data) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(data);
  }
}
