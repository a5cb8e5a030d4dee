package cn.zhenrong.lifecycle;

import cn.zhenrong.code.Serial;
import cn.zhenrong.issue.Code;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What came off a scanner, a keyboard or a file: a serial in any typed form, or the whole text of
/// a label. The one reader for everything a bench or a platform sends.
///
/// @param stem `/01/{gtin}/21/` or `/S/` where a whole text was scanned; null for a bare serial
public record Scan(Serial serial, @Nullable String stem) {
  private static final int LONGEST = 1000;
  // What follows the serial is the signature, which says nothing about where a label is now. Nor
  // does the host: labels outlive a domain. Whoever doubts a label may ask for it.
  private static final Pattern LABEL =
      Pattern.compile(
          "https?://([^/?#]+)(/01/[0-9]{14}/21/|/S/)([^/?#]+)/?(?:[?#].*)?",
          Pattern.CASE_INSENSITIVE);
  // What a wedge scanner may send along: control characters, and the AIM identifier of the symbol.
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Pattern AIM = Pattern.compile("^\\][A-Za-z][0-9A-Za-z]");

  /// Empty for what is neither.
  public static Optional<Scan> read(@Nullable String typed) {
    if (typed == null || typed.length() > LONGEST) {
      return Optional.empty();
    }
    String text = cleaned(typed);
    Matcher label = LABEL.matcher(text);
    if (!label.matches()) {
      return Serial.read(text).map(serial -> new Scan(serial, null));
    }
    String stem = label.group(2).toUpperCase(Locale.ROOT);
    return Serial.read(label.group(3)).map(serial -> new Scan(serial, stem));
  }

  /// Where the text of a label leads: host and perhaps a port, in lower case; empty for what is no
  /// such text.
  public static Optional<String> authority(@Nullable String typed) {
    if (typed == null || typed.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher label = LABEL.matcher(cleaned(typed));
    return label.matches()
        ? Optional.of(label.group(1).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  private static String cleaned(String typed) {
    String wide = Normalizer.normalize(typed, Normalizer.Form.NFKC);
    return AIM.matcher(CONTROL.matcher(wide).replaceAll("").strip()).replaceFirst("");
  }

  /// Whether this names that code: under another product's path it was never issued (code-format
  /// §2).
  public boolean names(Code code) {
    return stem == null || stem.equals(code.line().key().stem());
  }
}
