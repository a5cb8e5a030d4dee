package cn.zhenrong.print;

import java.math.BigInteger;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Printed texts of every shape the code format has, with invented hosts, serials and signatures.
final class PrintedTexts {
  static final String GTIN = "09521234543213";
  private static final String SERIAL = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String[] STATEMENTS = {
    "WS100", "WS70WO30", "WS30-5WO69-5", "WS45WO25PA20EL10", "WS40-5WO29-5PA20-5EL9-5C"
  };

  private final Random random;

  PrintedTexts(long seed) {
    this.random = new Random(seed);
  }

  String compact(String base, boolean gtin) {
    return base + (gtin ? "/01/" + GTIN + "/21/" : "/S/") + serial();
  }

  String signed(String base, boolean gtin, String statement) {
    return compact(base, gtin) + "?S=" + statement + "." + digits();
  }

  /// All shapes: hosts of 7–40 characters and the demo base, both keys, both profiles.
  Stream<String> all() {
    Stream<String> bases =
        Stream.concat(
            IntStream.rangeClosed(7, 40).mapToObj(this::base),
            Stream.of("http://LOCALHOST:8080", "https://12345.CN", "https://ID-88.X1Y2.COM"));
    return bases.flatMap(this::shapes);
  }

  private Stream<String> shapes(String base) {
    return Stream.of(true, false)
        .flatMap(gtin ->
            Stream.concat(
                Stream.of(compact(base, gtin)),
                Stream.of(STATEMENTS).map(statement -> signed(base, gtin, statement))));
  }

  /// `https://` and a host of `length` characters in upper case.
  String base(int length) {
    StringBuilder host = new StringBuilder();
    while (host.length() < length - 3) {
      host.append((char) ('A' + random.nextInt(26)));
    }
    return "https://" + host + ".CN";
  }

  String serial() {
    StringBuilder serial = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      serial.append(SERIAL.charAt(random.nextInt(32)));
    }
    return serial.toString();
  }

  private String digits() {
    String digits = new BigInteger(512 + 6, random).toString();
    return "0".repeat(156 - digits.length()) + digits;
  }
}
