package cn.zhenrong.code;

import cn.zhenrong.problem.Problem;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Takes percent-encoding away where a wrong escape is an error (RFC 3986, 2.1 and 3.3).
final class PercentText {
  private static final String BESIDE_LETTERS = "-._~!$&'()*+,;=:@";

  private PercentText() {}

  /// The segments of a path, decoded one by one, so that an escaped slash stays inside its segment.
  ///
  /// @param path begins with a slash; one slash at the end is left out
  /// @throws Problem malformed-request
  static List<String> segments(String path) {
    String whole =
        path.endsWith("/") && path.length() > 1 ? path.substring(0, path.length() - 1) : path;
    List<String> segments = new ArrayList<>();
    for (String raw : whole.substring(1).split("/", -1)) {
      if (raw.isEmpty()) {
        throw CodeTexts.malformed("link.segments");
      }
      if (!raw.chars().allMatch(c -> isPathCharacter((char) c))) {
        throw CodeTexts.malformed("link.characters");
      }
      segments.add(decoded(raw));
    }
    return segments;
  }

  /// Decodes ASCII. What is not ASCII has no place in an element string.
  ///
  /// @throws Problem malformed-request for an escape that is cut off or no hexadecimal, and for
  ///   anything but printable ASCII
  static String decoded(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        c = escaped(raw, i + 1);
        i += 2;
      }
      if (c <= ' ' || c > '~') {
        throw CodeTexts.malformed("link.characters");
      }
      text.append(c);
    }
    return text.toString();
  }

  /// Escapes every sign of printable ASCII that is not unreserved, in upper-case hexadecimal.
  static String encoded(String text) {
    StringBuilder encoded = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      if (isLetterOrDigit(c) || "-._~".indexOf(c) >= 0) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
      }
    }
    return encoded.toString();
  }

  private static char escaped(String raw, int at) {
    if (at + 2 > raw.length()
        || !HexFormat.isHexDigit(raw.charAt(at))
        || !HexFormat.isHexDigit(raw.charAt(at + 1))) {
      throw CodeTexts.malformed("link.escape");
    }
    return (char) HexFormat.fromHexDigits(raw, at, at + 2);
  }

  private static boolean isPathCharacter(char c) {
    return isLetterOrDigit(c) || c == '%' || BESIDE_LETTERS.indexOf(c) >= 0;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
