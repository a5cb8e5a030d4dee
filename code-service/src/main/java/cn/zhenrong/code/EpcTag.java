package cn.zhenrong.code;

import cn.zhenrong.problem.Problem;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The EPC of an RFID tag as it stands in a web address: `eh` and hexadecimal digits or `ex` and
/// base64url (GS1 Digital Link URI: Compression for EPC binary strings 1.0.0, 4.2). Of the schemes
/// of the EPC Tag Data Standard those that carry a GTIN with a serial: SGTIN-96 and SGTIN-198.
///
/// @param filter 0 to 7; says what kind of object carries the tag
/// @param partition 0 to 6: how many digits the company prefix has
/// @param serial as AI 21; decimal digits without leading zeros in SGTIN-96
public record EpcTag(int filter, int partition, Gtin gtin, String serial) {
  private static final Pattern HEX = Pattern.compile("eh[0-9A-Fa-f]{2,100}");
  private static final Pattern BASE64 = Pattern.compile("ex[A-Za-z0-9_-]{2,80}");
  private static final Pattern SERIAL = Cset.X.upTo(20);
  private static final int SGTIN_96 = 0x30;
  private static final int SGTIN_198 = 0x36;
  private static final int LONGEST = 208;
  private static final int SERIAL_AT = 58;

  /// Bits of the company prefix by partition; it has 12 digits less the partition (TDS, table
  /// 14-2).
  private static final int[] PREFIX_BITS = {40, 37, 34, 30, 27, 24, 20};

  private static final int PREFIX_AND_ITEM_BITS = 44;

  /// @param text the one segment of the path
  /// @throws Problem malformed-request
  public static EpcTag read(String text) {
    Bits bits = Bits.of(text);
    return switch (bits.number(0, 8)) {
      case SGTIN_96 -> {
        bits.requireLength(96, 96);
        yield tag(bits, bits.big(SERIAL_AT, 38).toString());
      }
      case SGTIN_198 -> {
        bits.requireLength(198, LONGEST);
        yield tag(bits, letters(bits));
      }
      default -> throw CodeTexts.malformed("epc.scheme");
    };
  }

  /// The same as a GS1 Digital Link without anything else.
  public DigitalLink link() {
    return new DigitalLink(gtin, Map.of("21", serial));
  }

  private static EpcTag tag(Bits bits, String serial) {
    int partition = bits.number(11, 3);
    if (partition >= PREFIX_BITS.length) {
      throw CodeTexts.malformed("epc.partition");
    }
    int prefixBits = PREFIX_BITS[partition];
    int prefixDigits = 12 - partition;
    String prefix = digits(bits.big(14, prefixBits), prefixDigits);
    String item =
        digits(bits.big(14 + prefixBits, PREFIX_AND_ITEM_BITS - prefixBits), 13 - prefixDigits);
    String body = item.charAt(0) + prefix + item.substring(1);
    return new EpcTag(bits.number(8, 3), partition, withCheckDigit(body), serial);
  }

  private static String digits(BigInteger number, int length) {
    String digits = number.toString();
    if (digits.length() > length) {
      throw CodeTexts.malformed("epc.partition");
    }
    return "0".repeat(length - digits.length()) + digits;
  }

  private static Gtin withCheckDigit(String body) {
    for (char digit = '0'; digit <= '9'; digit++) {
      if (Gtin.hasCheckDigit(body + digit)) {
        return new Gtin(body + digit);
      }
    }
    throw new IllegalStateException("no check digit");
  }

  /// Twenty characters of seven bits; after the first zero only zeros.
  private static String letters(Bits bits) {
    StringBuilder serial = new StringBuilder();
    boolean ended = false;
    for (int i = 0; i < 20; i++) {
      int letter = bits.number(SERIAL_AT + 7 * i, 7);
      if (letter == 0) {
        ended = true;
      } else if (ended) {
        throw CodeTexts.malformed("epc.serial");
      } else {
        serial.append((char) letter);
      }
    }
    if (!SERIAL.matcher(serial).matches()) {
      throw CodeTexts.malformed("epc.serial");
    }
    return serial.toString();
  }

  /// A string of bits, the first one the most significant.
  private record Bits(BigInteger value, int length) {
    static Bits of(String text) {
      if (HEX.matcher(text).matches()) {
        String hex = text.substring(2).toLowerCase(Locale.ROOT);
        return new Bits(new BigInteger(hex, 16), 4 * hex.length());
      }
      if (!BASE64.matcher(text).matches()) {
        throw CodeTexts.malformed("epc.syntax");
      }
      String signs = text.substring(2);
      int filled = (signs.length() + 3) / 4 * 4;
      byte[] bytes = Base64.getUrlDecoder().decode(signs + "A".repeat(filled - signs.length()));
      int length = 6 * signs.length();
      return new Bits(new BigInteger(1, bytes).shiftRight(6 * filled - length), length);
    }

    /// What is beyond the scheme's own bits fills a word of the tag and is zero.
    void requireLength(int own, int most) {
      if (length < own || length > most || value.getLowestSetBit() < length - own) {
        throw CodeTexts.malformed("epc.length");
      }
    }

    int number(int from, int count) {
      return big(from, count).intValueExact();
    }

    BigInteger big(int from, int count) {
      int right = length - from - count;
      if (right < 0) {
        throw CodeTexts.malformed("epc.length");
      }
      return value.shiftRight(right).and(BigInteger.ONE.shiftLeft(count).subtract(BigInteger.ONE));
    }
  }
}
