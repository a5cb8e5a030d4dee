package cn.zhenrong.code;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The text inside the symbol of one product's codes (code-format §3). For many codes at once use
/// [TextWriter].
///
/// @param base the installation's public address
/// @param product what the path says about the product
public record PrintedText(PublicBase base, ProductKey product) {
  /// Everything before the serial, the same in all codes of the product.
  public String start() {
    return base.printed() + product.stem();
  }

  /// The text of profile `compact`, such as `https://ID.EXAMPLE.CN/S/7K3M9XQ2V5TAB8R8`.
  public String compact(Serial serial) {
    return start() + serial.text();
  }

  /// The text of profile `signed`: the compact text and `?S={statement}.{156 digits}`.
  ///
  /// @param token holds the signature over [#message]
  public String signed(Serial serial, SignatureToken token) {
    return compact(serial) + "?S=" + token.text();
  }

  /// What is signed: `ZR1`, the path in upper case, a slash and the statement, in ASCII. The host
  /// is not part of it, so a code outlives a domain.
  public static byte[] message(String path, Statement statement) {
    return ("ZR1" + path.toUpperCase(Locale.ROOT) + '/' + statement.text())
        .getBytes(StandardCharsets.US_ASCII);
  }
}
