package cn.zhenrong.code;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the value of an AI may look like, for the AIs that may stand in the query beside key 01
/// (GS1 General Specifications, 3; the table is `ais.tsv`).
final class AiFormat {
  private static final Pattern COMPONENT = Pattern.compile("(\\[?)([NXZ])(\\.\\.)?(\\d+)\\]?");
  private static final List<AiFormat> ALL = read();

  private final Pattern ais;
  private final Pattern value;
  private final Check check;

  private enum Check {
    NONE,
    /// The first six digits are a date whose day may be 00.
    DATE,
    /// The last digit is a check digit.
    CHECK_DIGIT,
    /// Padded to a multiple of three as in the linter of the dictionary.
    PADDED
  }

  private AiFormat(Pattern ais, Pattern value, Check check) {
    this.ais = ais;
    this.value = value;
    this.check = check;
  }

  static Optional<AiFormat> of(String ai) {
    return ALL.stream().filter(format -> format.ais.matcher(ai).matches()).findFirst();
  }

  boolean fits(String text) {
    return switch (check) {
      case NONE -> value.matcher(text).matches();
      case DATE -> value.matcher(text).matches() && isDate(text);
      case CHECK_DIGIT -> value.matcher(text).matches() && Gtin.hasCheckDigit(text);
      case PADDED -> isPadded(text);
    };
  }

  private boolean isPadded(String text) {
    int padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
    String plain = text.substring(0, text.length() - padding);
    return text.length() <= 90
        && value.matcher(plain).matches()
        && (padding == 0 || text.length() % 3 == 0);
  }

  private static boolean isDate(String text) {
    int month = Integer.parseInt(text.substring(2, 4));
    int day = Integer.parseInt(text.substring(4, 6));
    int year = Integer.parseInt(text.substring(0, 2));
    if (month < 1 || month > 12) {
      return false;
    }
    return day <= java.time.YearMonth.of(2000 + year, month).lengthOfMonth();
  }

  private static List<AiFormat> read() {
    try (InputStream in = Objects.requireNonNull(AiFormat.class.getResourceAsStream("ais.tsv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<AiFormat> all = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] cells = line.split("\t", -1);
          all.add(
              new AiFormat(
                  Pattern.compile(cells[0]),
                  pattern(cells[1]),
                  cells.length > 2 ? Check.valueOf(cells[2]) : Check.NONE));
        }
      }
      return List.copyOf(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The notation of the General Specifications: `N6`, `X..30`, `N3 X..27`, `N6 [N4]`.
  private static Pattern pattern(String notation) {
    StringBuilder pattern = new StringBuilder();
    for (String component : notation.split(" ")) {
      Matcher parts = COMPONENT.matcher(component);
      if (!parts.matches()) {
        throw new IllegalStateException("no format: " + notation);
      }
      Cset set = Cset.valueOf(parts.group(2));
      int length = Integer.parseInt(parts.group(4));
      String one = parts.group(3) == null ? set.times(length) : set.atMost(length);
      pattern.append(parts.group(1).isEmpty() ? one : "(" + one + ")?");
    }
    return Pattern.compile(pattern.toString());
  }
}
