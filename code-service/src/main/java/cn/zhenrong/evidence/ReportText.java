package cn.zhenrong.evidence;

import cn.zhenrong.evidence.Prefill.Found;
import cn.zhenrong.evidence.ReportLabels.Beside;
import cn.zhenrong.fibre.Measured;
import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.file.PdfLine;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Texts;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks for a report's fields in the lines of its PDF, as Chinese laboratories print them. The
/// first place that holds a plausible value counts.
final class ReportText {
  private static final Texts TEXTS = Texts.beside(ReportText.class);
  private static final List<String> NEEDED =
      List.of("number", "lab", "issuedOn", "method", "basis", "sampling", "parts");
  private static final Pattern NUMBER =
      Pattern.compile("[A-Za-z0-9\\p{IsHan}][-A-Za-z0-9\\p{IsHan}()/_.]{3,59}");
  private static final Pattern LAB =
      Pattern.compile(
          "(?:^|\\s)((?=\\S*[检验测])[\\p{IsHan}()A-Za-z]{3,50}(?:中心|研究院|研究所|检验所|检测所|公司|院|站))(?:$|\\s)");
  private static final Pattern CMA = Pattern.compile("(?<![0-9])([0-9]{12})(?![0-9])");
  private static final Pattern CNAS = Pattern.compile("CNAS\\s*(L[0-9]{3,6})");
  private static final Pattern STANDARD =
      Pattern.compile(
          "(?:GB/T|GB|FZ/T|ISO|AATCC|IWTO)\\s*[0-9]+(?:[.][0-9]+)*(?:\\s*[-—–]\\s*[0-9]{4})?");

  private final List<PdfLine> lines;
  private final Map<String, Found> found = new LinkedHashMap<>();

  private ReportText(List<PdfLine> lines) {
    this.lines = lines;
  }

  /// @param lines empty for a scanned picture
  static Prefill read(List<PdfLine> lines) {
    return new ReportText(
            lines.stream()
                .map(l ->
                    new PdfLine(
                        l.page(), l.line(), Normalizer.normalize(l.text(), Normalizer.Form.NFKC)))
                .toList())
        .prefill();
  }

  private Prefill prefill() {
    for (int i = 0; i < lines.size(); i++) {
      headings(i);
      marks(lines.get(i));
    }
    List<RawPart> parts = parts();
    List<String> missing = new ArrayList<>(NEEDED);
    missing.removeAll(found.keySet());
    if (!parts.isEmpty()) {
      missing.remove("parts");
    }
    String advice = lines.isEmpty() ? "prefill.no-text" : "prefill.confirm";
    return new Prefill(
        !lines.isEmpty(),
        TEXTS.words(advice),
        List.copyOf(found.values()),
        parts,
        List.copyOf(missing));
  }

  private void headings(int at) {
    PdfLine line = lines.get(at);
    List<Beside> all = ReportLabels.on(line.text());
    for (Beside beside : all) {
      boolean alone = beside.value().isEmpty() && all.size() == 1 && at + 1 < lines.size();
      PdfLine place = alone ? lines.get(at + 1) : line;
      String value =
          alone && ReportLabels.on(place.text()).isEmpty() ? place.text() : beside.value();
      note(beside, value, place);
    }
  }

  private void note(Beside beside, String value, PdfLine line) {
    switch (beside.field()) {
      case "number" -> keep("number", first(NUMBER, 0, value).filter(ReportText::hasDigit), line);
      case "lab" -> keep("lab", Optional.of(value).filter(v -> v.length() > 3), line);
      case "issuedOn", "sample.takenOn" -> keep(beside.field(), ReportDates.find(value), line);
      case "method" -> keep("method", standards(value), line);
      case "basis.method" -> {
        if (!beside.heading().startsWith("判定")) {
          keep("method", standards(value), line);
        }
      }
      case "sampling" -> keep("sampling", sampling(value), line);
      case "sample.description", "sample.styleNo" ->
          keep(beside.field(), Optional.of(value).filter(v -> !v.isEmpty()), line);
      case "lot" -> {
        if (beside.heading().equals("生产日期")) {
          keep("lot.madeOn", ReportDates.find(value), line);
        } else {
          keep("lot.number", first(NUMBER, 0, value + "    "), line);
        }
      }
      default -> {}
    }
  }

  /// What is told by words anywhere on a page.
  private void marks(PdfLine line) {
    String text = line.text();
    keep("cnas", first(CNAS, 1, text), line);
    keep("cma", first(CMA, 1, text), line);
    if (text.contains("公定回潮率") || text.contains("公定质量")) {
      keep("basis", Optional.of("official-regain"), line);
    } else if (text.contains("净干")) {
      keep("basis", Optional.of("net-dry"), line);
    }
    if (text.contains("对来样负责")) {
      keep("sampling", Optional.of("submitted"), line);
    }
    if (line.page() == 1 && ReportLabels.on(text).isEmpty()) {
      keep("lab", first(LAB, 1, text), line);
    }
  }

  private List<RawPart> parts() {
    List<FibreTable.Row> rows = FibreTable.read(lines);
    List<RawPart> parts = FibreTable.parts(rows);
    try {
      Measured.of(parts);
    } catch (Problem incomplete) {
      return List.of();
    }
    List<String> names = parts.stream().map(RawPart::part).toList();
    for (FibreTable.Row row : rows) {
      String field = "parts[" + names.indexOf(row.part()) + "].fibres[" + row.index() + "]";
      keep(field, Optional.of(row.fibre() + " " + row.percent()), row.line());
    }
    return parts;
  }

  private void keep(String field, Optional<String> value, PdfLine line) {
    value.ifPresent(
        v -> found.putIfAbsent(field, new Found(field, v, line.page(), line.line(), line.text())));
  }

  private static Optional<String> standards(String text) {
    Matcher matcher = STANDARD.matcher(text);
    List<String> all = new ArrayList<>();
    while (matcher.find()) {
      all.add(matcher.group().replaceAll("\\s*[-—–]\\s*", "-").replaceAll("\\s+", " "));
    }
    String joined = String.join("、", all);
    return all.isEmpty() || joined.length() > 120 ? Optional.empty() : Optional.of(joined);
  }

  private static Optional<String> sampling(String text) {
    if (text.contains("抽")) {
      return Optional.of("drawn");
    }
    return text.contains("委托") || text.contains("送") || text.contains("来样")
        ? Optional.of("submitted")
        : Optional.empty();
  }

  private static Optional<String> first(Pattern pattern, int group, @Nullable String text) {
    Matcher matcher = pattern.matcher(text == null ? "" : text);
    return matcher.find() ? Optional.of(matcher.group(group).strip()) : Optional.empty();
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }
}
