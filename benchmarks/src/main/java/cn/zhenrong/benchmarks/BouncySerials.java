package cn.zhenrong.benchmarks;

import cn.zhenrong.code.CheckSymbol;
import cn.zhenrong.code.Crockford;
import cn.zhenrong.code.Serial;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/// Serials by Bouncy Castle's general FF1: the same serials as the service's, for the same key, and
/// the baseline of its speed. For one thread.
final class BouncySerials {
  private static final int NUMERALS = 14;
  private static final int INDEX_NUMERALS = 9;

  private final FPEFF1Engine enciphering = new FPEFF1Engine();
  private final FPEFF1Engine deciphering = new FPEFF1Engine();

  BouncySerials(byte[] key) {
    byte[] tweak = "ZR1".getBytes(StandardCharsets.US_ASCII);
    FPEParameters parameters = new FPEParameters(new KeyParameter(key), 32, tweak);
    enciphering.init(true, parameters);
    deciphering.init(false, parameters);
  }

  Serial encipher(int epoch, long index) {
    byte[] numerals = new byte[NUMERALS];
    long rest = index;
    for (int i = INDEX_NUMERALS - 1; i >= 0; i--) {
      numerals[i] = (byte) (rest & 31);
      rest >>>= 5;
    }
    enciphering.processBlock(numerals, 0, NUMERALS, numerals, 0);
    byte[] symbols = new byte[Serial.LENGTH];
    symbols[0] = Crockford.symbol(epoch);
    for (int i = 0; i < NUMERALS; i++) {
      symbols[i + 1] = Crockford.symbol(numerals[i]);
    }
    symbols[NUMERALS + 1] = Crockford.symbol(CheckSymbol.of(symbols, 0));
    return Serial.of(symbols, 0);
  }

  OptionalLong decipher(Serial serial) {
    byte[] numerals = new byte[NUMERALS];
    for (int i = 0; i < NUMERALS; i++) {
      numerals[i] = (byte) Crockford.value(serial.text().charAt(i + 1));
    }
    deciphering.processBlock(numerals, 0, NUMERALS, numerals, 0);
    long index = 0;
    for (int i = 0; i < NUMERALS; i++) {
      if (i >= INDEX_NUMERALS && numerals[i] != 0) {
        return OptionalLong.empty();
      }
      index = i < INDEX_NUMERALS ? index << 5 | numerals[i] : index;
    }
    return index == 0 ? OptionalLong.empty() : OptionalLong.of(index);
  }
}
