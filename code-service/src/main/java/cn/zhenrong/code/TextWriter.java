package cn.zhenrong.code;

import java.nio.charset.StandardCharsets;

/// Writes the signed texts of many codes of one product into the same buffers. For one thread at a
/// time; what it returns is overwritten by the next code.
///
/// Per code: the cipher writes the serial into [#message] at [#serialOffset], the key signs that
/// message, and [#text] takes the signature.
public final class TextWriter {
  private final byte[] message;
  private final byte[] text;
  private final int serialInMessage;
  private final int serialInText;
  private final int slot;

  /// @param slot the key slot that signs, 0 to 73
  public TextWriter(PrintedText printed, Statement statement, int slot) {
    String stem = printed.product().stem();
    String blank = "0".repeat(Serial.LENGTH);
    String before = printed.start();
    this.message = PrintedText.message(stem + blank, statement);
    this.serialInMessage = "ZR1".length() + stem.length();
    this.text = ascii(before + blank + "?S=" + statement.text() + "." + "0".repeat(Digits.LENGTH));
    this.serialInText = before.length();
    this.slot = slot;
  }

  /// Where in [#message] the 16 bytes of the serial are to be written.
  public int serialOffset() {
    return serialInMessage;
  }

  /// The message to sign, to be completed at [#serialOffset].
  public byte[] message() {
    return message;
  }

  /// The whole printed text in ASCII, of the serial that stands in [#message].
  ///
  /// @param signature 64 bytes over [#message]
  public byte[] text(byte[] signature) {
    System.arraycopy(message, serialInMessage, text, serialInText, Serial.LENGTH);
    Digits.write(slot, signature, text, text.length - Digits.LENGTH);
    return text;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
