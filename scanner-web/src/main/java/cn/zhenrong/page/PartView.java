package cn.zhenrong.page;

import cn.zhenrong.page.Composition.Band;
import cn.zhenrong.page.Composition.Declared;
import cn.zhenrong.page.Composition.Part;
import cn.zhenrong.page.Composition.Tested;
import cn.zhenrong.page.Composition.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One part of a composition as it is drawn: rows of figures, two bars and the band between them. A
/// fibre keeps its shade in both bars and in the table.
///
/// @param part the part
/// @param rows declared fibres in label order, then those found but not declared
/// @param declaredBar the label as a bar
/// @param testedBar the report as a bar; empty without a result
/// @param band where the end of the first fibre may lie; null if no tolerance is known
public record PartView(
    Part part,
    List<Row> rows,
    List<Segment> declaredBar,
    List<Segment> testedBar,
    @Nullable Span band) {

  private static final int SHADES = 6;
  private static final BigDecimal THIN = new BigDecimal("1.5");
  private static final BigDecimal CLOSE = new BigDecimal(3);
  private static final List<String> ENDS = List.of("0%", "100%");

  /// One fibre in figures.
  ///
  /// @param shade its place in the palette, from 1
  /// @param most how much of it may go undeclared, with its sign
  public record Row(
      Wording name,
      int shade,
      @Nullable String declared,
      @Nullable String tested,
      @Nullable Band band,
      @Nullable String most) {}

  /// A piece of a bar, in percent of its length.
  public record Segment(String x, String width, int shade) {
    /// Whether it is so small that an outline would leave nothing of it.
    public boolean isThin() {
      return percent(width).compareTo(THIN) < 0;
    }
  }

  /// Two places on a bar, in percent of its length.
  public record Span(String low, String high) {
    /// The places where a line through the bars helps: not at their ends, and not where the two lie
    /// so close that lines would hide what is between them.
    public List<String> lines() {
      return percent(high).subtract(percent(low)).compareTo(CLOSE) < 0
          ? List.of()
          : Stream.of(low, high).filter(place -> !ENDS.contains(place)).toList();
    }
  }

  /// The verdict line, cut around the standard's name so that it is never broken over two lines.
  public record Sentence(String before, String standard, String after) {

    static Sentence cut(String line, String standard) {
      int at = line.indexOf(standard);
      return at < 0
          ? new Sentence(line, "", "")
          : new Sentence(line.substring(0, at), standard, line.substring(at + standard.length()));
    }

    /// The whole line.
    public String text() {
      return before + standard + after;
    }
  }

  /// Lays out one part.
  public static PartView of(Part part) {
    List<Row> rows = rows(part);
    Band first = part.declared().getFirst().band();
    return new PartView(
        part,
        rows,
        bar(rows.stream().filter(row -> row.declared() != null).toList(), true),
        bar(rows.stream().filter(row -> row.tested() != null).toList(), false),
        first == null || part.tested().isEmpty()
            ? null
            : new Span(first.low() + "%", first.high() + "%"));
  }

  /// The verdict of the standard in one plain line, told for the first fibre declared.
  public Sentence sentence(Language language, @Nullable String standard) {
    Declared main = part.declared().getFirst();
    String found = found(main.name());
    String rule = standard == null ? PageWords.text(language, "standard.unnamed") : standard;
    Verdict verdict = part.tested().isEmpty() ? Verdict.UNTESTED : part.verdict();
    String line =
        PageWords.text(
            language,
            "verdict." + verdict,
            main.name().in(language),
            main.percent(),
            found == null ? "0" : found,
            rule);
    return Sentence.cut(line, rule);
  }

  private @Nullable String found(Wording name) {
    return rows.stream()
        .filter(row -> row.name().zh().equals(name.zh()))
        .map(Row::tested)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static List<Row> rows(Part part) {
    List<Row> rows = new ArrayList<>();
    for (Declared fibre : part.declared()) {
      Tested match = match(part.tested(), fibre.name());
      String measured = match == null ? null : match.percent();
      rows.add(new Row(fibre.name(), shade(rows), fibre.percent(), measured, fibre.band(), null));
    }
    for (Tested fibre : part.tested()) {
      if (part.declared().stream().noneMatch(d -> d.name().zh().equals(fibre.name().zh()))) {
        rows.add(new Row(fibre.name(), shade(rows), null, fibre.percent(), null, fibre.most()));
      }
    }
    return rows;
  }

  private static @Nullable Tested match(List<Tested> tested, Wording name) {
    return tested.stream().filter(t -> t.name().zh().equals(name.zh())).findFirst().orElse(null);
  }

  private static BigDecimal percent(String place) {
    return new BigDecimal(place.replace("%", ""));
  }

  private static int shade(List<Row> before) {
    return before.size() % SHADES + 1;
  }

  private static List<Segment> bar(List<Row> rows, boolean declared) {
    List<Segment> bar = new ArrayList<>();
    BigDecimal x = BigDecimal.ZERO;
    for (Row row : rows) {
      String share = declared ? row.declared() : row.tested();
      BigDecimal width = new BigDecimal(Objects.requireNonNull(share));
      bar.add(new Segment(x.toPlainString() + "%", width.toPlainString() + "%", row.shade()));
      x = x.add(width);
    }
    return bar;
  }
}
