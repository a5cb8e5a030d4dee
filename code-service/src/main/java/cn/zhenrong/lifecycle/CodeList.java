package cn.zhenrong.lifecycle;

import cn.zhenrong.problem.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A file of codes as people have it: one code a line, or rows of our own file of codes, or a
/// spreadsheet with serials in some column.
record CodeList(List<Row> rows) {
  static final int MOST_ROWS = 100_000;
  private static final int LONGEST_ROW = 4000;
  private static final Pattern CELLS = Pattern.compile("[,;\t]");
  private static final Set<String> HEADINGS =
      Set.of("serial", "human", "url", "code", "codes", "编码", "序列号", "网址");

  /// A row that is not empty.
  ///
  /// @param number as an editor counts, from 1
  /// @param scans what it names; more than one cannot be told apart
  record Row(int number, Set<Scan> scans) {}

  /// Reads UTF-8, with or without a byte order mark; a row of headings is skipped.
  ///
  /// @throws Problem `rows.count` for no rows or too many
  static CodeList read(InputStream body) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
        if (!text.isBlank() && !(rows.isEmpty() && isHeading(text))) {
          rows.add(new Row(number, scans(text)));
          requireCount(rows.size() <= MOST_ROWS);
        }
      }
    }
    requireCount(!rows.isEmpty());
    return new CodeList(rows);
  }

  private static void requireCount(boolean isRight) {
    if (!isRight) {
      throw Problem.invalid("rows", "rows.count", LifeTexts.TEXTS.words("rows.count", MOST_ROWS));
    }
  }

  private static boolean isHeading(String line) {
    return cells(line).stream().anyMatch(cell -> HEADINGS.contains(cell.toLowerCase(Locale.ROOT)));
  }

  /// A row of ours names its code three times: one serial, two ways of writing it, and the label's
  /// text, which says the most.
  private static Set<Scan> scans(String line) {
    Set<Scan> scans = new LinkedHashSet<>();
    if (line.length() <= LONGEST_ROW) {
      cells(line).forEach(cell -> Scan.read(cell).ifPresent(scans::add));
    }
    List<Scan> labels = scans.stream().filter(scan -> scan.stem() != null).toList();
    for (Scan label : labels) {
      scans.remove(new Scan(label.serial(), null));
    }
    return scans;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(CELLS.split(line)).map(CodeList::bare).toList();
  }

  /// Without quotes and without the mark that keeps a spreadsheet from calculating.
  private static String bare(String cell) {
    String text = cell.strip();
    if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
      text = text.substring(1, text.length() - 1);
    }
    return text.startsWith("'") ? text.substring(1) : text;
  }
}
