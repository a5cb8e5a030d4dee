package cn.zhenrong.page;

/// Text from outside made fit to stand inside one of our sentences, in JSON as on the page.
final class PlainText {
  private PlainText() {}

  /// The text without control characters and without the invisible marks that turn the reading
  /// direction (Unicode UAX #9: embeddings, overrides, isolates, marks), which could reverse the
  /// words of a verdict. Letters that are themselves written right to left stay.
  static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints().filter(c -> !turns(c)).forEach(c -> append(plain, c));
    return plain.toString().strip();
  }

  private static void append(StringBuilder plain, int c) {
    plain.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
  }

  private static boolean turns(int c) {
    return (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200E
        || c == 0x200F
        || c == 0x061C;
  }
}
