package cn.zhenrong.lifecycle;

import cn.zhenrong.code.CheckSymbol;
import cn.zhenrong.code.Crockford;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The number on a box: `BX`, eleven symbols and the check symbol of a serial. Shorter than a
/// serial, so neither is taken for the other.
///
/// @param value 30 bits of seconds since 2020, then 25 random ones: newer boxes have higher ones,
///   and nobody reads from one how many there are
record BoxId(long value) {
  private static final String START = "BX";
  private static final int SYMBOLS = 11;

  /// The check symbol covers fifteen symbols; zeros in front add nothing to it.
  private static final int COVERED = 15;

  private static final long EPOCH = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();
  private static final int RANDOM_BITS = 25;

  static BoxId next(Instant now, RandomGenerator random) {
    long seconds = now.getEpochSecond() - EPOCH;
    return new BoxId(seconds << RANDOM_BITS | random.nextInt(1 << RANDOM_BITS));
  }

  /// Reads what was scanned or typed: any case and width, spaces and hyphens, O for 0, I or L for
  /// 1.
  static Optional<BoxId> read(String typed) {
    String text =
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replaceAll("[IL]", "1");
    if (text.length() != START.length() + SYMBOLS + 1 || !text.startsWith(START)) {
      return Optional.empty();
    }
    long value = 0;
    for (int i = START.length(); i < START.length() + SYMBOLS; i++) {
      int symbol = Crockford.value(text.charAt(i));
      if (symbol < 0) {
        return Optional.empty();
      }
      value = value << 5 | symbol;
    }
    BoxId id = new BoxId(value);
    return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
  }

  @Override
  public String toString() {
    byte[] symbols = new byte[COVERED + 1];
    for (int i = 0; i < COVERED; i++) {
      symbols[COVERED - 1 - i] = Crockford.symbol((int) (5 * i < Long.SIZE ? value >> 5 * i : 0));
    }
    symbols[COVERED] = Crockford.symbol(CheckSymbol.of(symbols, 0));
    return START + new String(symbols, COVERED - SYMBOLS, SYMBOLS + 1, StandardCharsets.US_ASCII);
  }
}
