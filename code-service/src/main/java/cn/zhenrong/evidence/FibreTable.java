package cn.zhenrong.evidence;

import cn.zhenrong.fibre.Fibre;
import cn.zhenrong.fibre.Fibres;
import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.fibre.RawPart.RawShare;
import cn.zhenrong.file.PdfLine;
import cn.zhenrong.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the rows of 纤维含量: a fibre, what the label says, what was measured, 合格 or not. Where a row
/// has several numbers the head of the table says which is the result.
final class FibreTable {
  private static final Pattern BEGINS =
      Pattern.compile("纤\\s*维\\s*(?:成\\s*[分份]\\s*及\\s*)?含\\s*量|纤维成[分份]|成[分份]含量");
  private static final Pattern ENDS =
      Pattern.compile("^(?:备注|以下空白|检[验测]结论|结论|甲醛|pH|耐|异味|可分解|起球|水洗|说明)");
  private static final Pattern WANTED = Pattern.compile("标准要求|标[识注]值|明示|技术要求|标称");
  private static final Pattern RESULT = Pattern.compile("检[验测]结果|实测|测试结果|检测值|结果");
  private static final Pattern PART =
      Pattern.compile("(大身|衣身|前片|后片|罗纹|袖口|下摆|领口?|袖子?|里料|面料|帽里|口袋|衬里|填充物|装饰|织带)(?:部位)?\\s*[:：]?");
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<name>[\\p{IsHan}]{1,12})|(?<![\\d.±≥≤<>+-])(?<number>\\d{1,3}(?:\\.\\d{1,2})?)(?![\\d.])\\s*%?");

  /// One measured share and where it stands.
  ///
  /// @param index of the share within its part
  record Row(String part, int index, String fibre, String percent, PdfLine line) {}

  private final Map<String, Map<String, Row>> parts = new LinkedHashMap<>();
  private String part = "大身";
  private boolean open;
  private boolean resultLast = true;

  private FibreTable() {}

  /// All rows, part by part in the order printed.
  static List<Row> read(List<PdfLine> lines) {
    FibreTable table = new FibreTable();
    lines.forEach(table::line);
    return table.parts.values().stream().flatMap(rows -> rows.values().stream()).toList();
  }

  /// The rows as a report's parts.
  static List<RawPart> parts(List<Row> rows) {
    Map<String, List<RawShare>> parts = new LinkedHashMap<>();
    rows.forEach(row ->
        parts
            .computeIfAbsent(row.part(), _ -> new ArrayList<>())
            .add(new RawShare(row.fibre(), row.percent())));
    return parts.entrySet().stream()
        .map(entry -> new RawPart(entry.getKey(), List.copyOf(entry.getValue()), null))
        .toList();
  }

  private void line(PdfLine line) {
    String text = line.text();
    Matcher wanted = WANTED.matcher(text);
    Matcher result = RESULT.matcher(text);
    if (wanted.find() && result.find()) {
      resultLast = wanted.start() < result.start();
    }
    if (BEGINS.matcher(text).find()) {
      open = true;
    } else if (open && ENDS.matcher(text).find()) {
      open = false;
    }
    if (open) {
      shares(line, named(text));
    }
  }

  /// Notes the part a line begins or goes on with, and gives the line without that and the heading.
  private String named(String text) {
    String rest = BEGINS.matcher(text).replaceAll(" ").replaceAll("[(（]\\s*%?\\s*[)）]", " ");
    Matcher name = PART.matcher(rest);
    if (name.find() && rest.substring(0, name.start()).isBlank()) {
      part = name.group(1);
      return rest.substring(name.end());
    }
    return rest;
  }

  private void shares(PdfLine line, String text) {
    String fibre = null;
    String before = null;
    boolean numberFirst = false;
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      String number = token.group("number");
      if (number == null) {
        Optional<String> known = fibre(token.group("name"));
        if (known.isPresent()) {
          fibre = known.get();
          if (before != null) {
            note(line, fibre, before);
            numberFirst = true;
            before = null;
          }
        }
      } else if (fibre == null || numberFirst) {
        before = number;
      } else {
        note(line, fibre, number);
      }
    }
  }

  private void note(PdfLine line, String fibre, String number) {
    Map<String, Row> rows = parts.computeIfAbsent(part, _ -> new LinkedHashMap<>());
    Row known = rows.get(fibre);
    if (known == null) {
      rows.put(fibre, new Row(part, rows.size(), fibre, number, line));
    } else if (resultLast && known.line().equals(line)) {
      rows.put(fibre, new Row(part, known.index(), fibre, number, line));
    }
  }

  private static Optional<String> fibre(String name) {
    try {
      Fibre fibre = Fibres.onReport(name);
      return Optional.of(fibre.name());
    } catch (Problem notOne) {
      return Optional.empty();
    }
  }
}
