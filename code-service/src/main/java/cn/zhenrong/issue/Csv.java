package cn.zhenrong.issue;

/// Fields of a CSV file (RFC 4180).
final class Csv {
  private Csv() {}

  /// A text as one field. A spreadsheet takes a text that starts with one of `= + - @` for a
  /// formula, so such a text gets an apostrophe in front.
  static String field(String text) {
    String safe = startsLikeFormula(text) ? "'" + text : text;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }

  private static boolean startsLikeFormula(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
  }
}
