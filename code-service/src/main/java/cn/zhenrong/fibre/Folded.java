package cn.zhenrong.fibre;

import java.text.Normalizer;

/// Texts in Unicode form NFKC: full-width letters, digits and signs become the plain ones.
final class Folded {
  private Folded() {}

  /// The text in NFKC. The characters Chinese and English compositions are written with are folded
  /// here; only a text with any other goes through the general normaliser, which is many times
  /// slower.
  static String nfkc(String text) {
    int length = text.length();
    int at = 0;
    while (at < length && staysAsItIs(text.charAt(at))) {
      at++;
    }
    if (at == length) {
      return text;
    }
    char[] folded = text.toCharArray();
    for (; at < length; at++) {
      char c = folded[at];
      if (c >= '\uFF01' && c <= '\uFF5E') {
        folded[at] = (char) (c - 0xFEE0);
      } else if (c == '\u3000') {
        folded[at] = ' ';
      } else if (!staysAsItIs(c)) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
      }
    }
    return new String(folded);
  }

  /// ASCII, the main block of Chinese characters, and the punctuation lists are written with: in
  /// NFKC already, and nothing that follows combines with them but what the normaliser gets anyway.
  private static boolean staysAsItIs(char c) {
    return c < 0x80
        || (c >= '\u4E00' && c <= '\u9FFF')
        || c == '\u3001'
        || c == '\u3002'
        || c == '\u00B7';
  }
}
