package cn.zhenrong.code;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A serial number as it is printed: 16 symbols of [Crockford]'s alphabet (code-format §1).
///
/// Symbol 0 is the epoch, symbols 1 to 14 are the enciphered index, symbol 15 the check symbol. A
/// well-formed serial need not have been issued: only [SerialCipher#decipher] tells.
///
/// @param text the 16 symbols in upper case, without separators
public record Serial(String text) {
  /// How many symbols a serial has.
  public static final int LENGTH = 16;

  /// @throws cn.zhenrong.problem.Problem `serial.syntax` or `serial.check-symbol`
  public Serial {
    switch (Form.of(text)) {
      case GOOD -> {}
      case NOT_SIXTEEN_SYMBOLS -> throw CodeTexts.invalid("serial", "serial.syntax");
      case WRONG_CHECK_SYMBOL -> throw CodeTexts.invalid("serial", "serial.check-symbol");
    }
  }

  /// The serial of 16 ASCII bytes, as a [SerialCipher.Writer] leaves them.
  public static Serial of(byte[] symbols, int from) {
    return new Serial(new String(symbols, from, LENGTH, StandardCharsets.US_ASCII));
  }

  /// Reads what a person typed or a link carried: any case and width, with or without spaces and
  /// hyphens, O for 0, I or L for 1. Empty for anything that is not a serial after that.
  public static Optional<Serial> read(String typed) {
    if (typed.length() > TypedSerial.LONGEST) {
      return Optional.empty();
    }
    if (Form.of(typed) == Form.GOOD) {
      return Optional.of(new Serial(typed));
    }
    String text = TypedSerial.canonical(typed);
    return Form.of(text) == Form.GOOD ? Optional.of(new Serial(text)) : Optional.empty();
  }

  /// Why a typed text is no serial; empty if it is one.
  public static Optional<Slip> slip(String typed) {
    if (typed.length() > TypedSerial.LONGEST) {
      return Optional.of(new Slip(typed.length(), Slip.Kind.LENGTH));
    }
    String text = TypedSerial.canonical(typed);
    boolean strange = text.chars().anyMatch(c -> Crockford.value((char) c) < 0);
    return switch (Form.of(text)) {
      case GOOD -> Optional.empty();
      case NOT_SIXTEEN_SYMBOLS ->
          Optional.of(new Slip(text.length(), strange ? Slip.Kind.SYMBOL : Slip.Kind.LENGTH));
      case WRONG_CHECK_SYMBOL -> Optional.of(new Slip(text.length(), Slip.Kind.CHECK));
    };
  }

  /// What is wrong with a typed serial.
  ///
  /// @param length symbols without separators, unless it was too long to look at
  public record Slip(int length, Kind kind) {
    public enum Kind {
      LENGTH,
      SYMBOL,
      CHECK
    }
  }

  /// Which key enciphered this serial, 0 to 31.
  public int epoch() {
    return Crockford.value(text.charAt(0));
  }

  /// The form shown to people: four groups of four, joined by hyphens.
  public String human() {
    return text.substring(0, 4)
        + '-'
        + text.substring(4, 8)
        + '-'
        + text.substring(8, 12)
        + '-'
        + text.substring(12);
  }

  @Override
  public String toString() {
    return text;
  }

  private enum Form {
    GOOD,
    NOT_SIXTEEN_SYMBOLS,
    WRONG_CHECK_SYMBOL;

    static Form of(String text) {
      if (text.length() != LENGTH) {
        return NOT_SIXTEEN_SYMBOLS;
      }
      int sum = 0;
      for (int i = 0; i < LENGTH; i++) {
        int value = Crockford.value(text.charAt(i));
        if (value < 0) {
          return NOT_SIXTEEN_SYMBOLS;
        }
        sum ^= i < CheckSymbol.COVERED ? CheckSymbol.term(i, value) : value;
      }
      return sum == 0 ? GOOD : WRONG_CHECK_SYMBOL;
    }
  }
}
