package cn.zhenrong.print;

import cn.zhenrong.page.Certificate;
import cn.zhenrong.page.Certificate.Row;
import cn.zhenrong.page.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lays a certificate out on A4: Chinese first, the English smaller below it, as many pages as it
/// takes. What no font can print becomes a question mark: the paper is somebody's proof and must
/// come.
final class CertificatePages {
  private static final double WIDTH = 210;
  private static final double HEIGHT = 297;
  private static final double LEFT = Paper.points(20);
  private static final double RIGHT = Paper.points(WIDTH - 20);
  private static final double TOP = Paper.points(15);
  private static final double BOTTOM = Paper.points(HEIGHT - 17);
  private static final double FOOT = Paper.points(HEIGHT - 12);
  private static final double VALUES = LEFT + Paper.points(38);
  private static final double GAP = 4.5;
  private static final int DOTS_PER_MODULE = 15;
  private static final double MODULE = DOTS_PER_MODULE * 72 / 600.0;
  private static final Type CHINESE = new Type(Face.TEXT, 9, 1.32);
  private static final Type ENGLISH = new Type(Face.TEXT, 7, 1.28);

  private final Fonts fonts;
  private final String serial;
  private final List<Page> pages = new ArrayList<>(List.of(new Page()));
  private @Nullable SymbolPlace symbol;
  private double y = TOP;

  private static final class Page {
    final List<PlacedText> texts = new ArrayList<>();
    final List<TagLayout.Rule> rules = new ArrayList<>();
  }

  /// A text in lines, with its type.
  private record Lines(Type type, List<String> lines) {
    double height() {
      return lines.size() * type.size() * type.leading();
    }
  }

  CertificatePages(Fonts fonts, String serial) {
    this.fonts = fonts;
    this.serial = serial;
  }

  /// Title and verdict, beside the code's symbol.
  void head(Certificate certificate) {
    Symbol drawn = Symbol.of(certificate.origin().codeText());
    double side = drawn.sizeWithQuietZone() * MODULE;
    symbol = new SymbolPlace(drawn, RIGHT - side, TOP - GAP, MODULE, DOTS_PER_MODULE);
    double width = RIGHT - LEFT - side - GAP;
    both(certificate.title(), new Type(Face.STRONG, 20, 1.3), new Type(Face.TEXT, 10, 1.3), width);
    y += GAP * 2;
    both(certificate.verdict(), new Type(Face.STRONG, 13, 1.3), new Type(Face.TEXT, 9, 1.3), width);
    y = Math.max(y, symbol.bottom());
  }

  void add(Certificate.Block block) {
    Row first = block.rows().getFirst();
    room(CHINESE.size() * 4 + height(first));
    pages.getLast().rules.add(new TagLayout.Rule(LEFT, y, RIGHT - LEFT));
    y += GAP;
    Wording heading = block.heading();
    Type type = new Type(Face.STRONG, 10, 1.4);
    both(Wording.same(heading.zh() + "  " + heading.en()), type, type, RIGHT - LEFT);
    y += 1;
    block.rows().forEach(this::add);
    y += GAP;
  }

  private void add(Row row) {
    room(height(row));
    double start = y;
    if (row.label() == null) {
      both(row.value(), CHINESE, ENGLISH, LEFT, RIGHT - LEFT);
    } else {
      label(row.label());
      double end = y;
      y = start;
      both(row.value(), CHINESE, ENGLISH, VALUES, RIGHT - VALUES);
      y = Math.max(y, end);
    }
    y += 2;
  }

  private double height(Row row) {
    Wording label = row.label();
    double value = label == null ? RIGHT - LEFT : RIGHT - VALUES;
    double left = label == null ? 0 : labelHeight(label);
    return Math.max(left, height(row.value(), value)) + 2;
  }

  /// Both languages on one line where they fit.
  private void label(Wording label) {
    if (!fitsOneLine(label)) {
      both(label, CHINESE, ENGLISH, LEFT, VALUES - LEFT - GAP);
      return;
    }
    double baseline = y + CHINESE.size() * 0.95;
    double english = LEFT + CHINESE.width(label.zh() + " ", fonts);
    place(CHINESE, LEFT, baseline, label.zh());
    place(ENGLISH, english, baseline, label.en());
    y += CHINESE.size() * CHINESE.leading();
  }

  private double labelHeight(Wording label) {
    return fitsOneLine(label)
        ? CHINESE.size() * CHINESE.leading()
        : height(label, VALUES - LEFT - GAP);
  }

  private boolean fitsOneLine(Wording label) {
    double width = CHINESE.width(label.zh() + " ", fonts) + ENGLISH.width(label.en(), fonts);
    return width <= VALUES - LEFT - GAP;
  }

  private void place(Type type, double x, double baseline, String text) {
    pages.getLast().texts.add(new PlacedText(type.face(), type.size(), x, baseline, text));
  }

  private double height(Wording words, double width) {
    return lines(words, CHINESE, ENGLISH, width).stream().mapToDouble(Lines::height).sum();
  }

  private void both(Wording words, Type chinese, Type english, double width) {
    both(words, chinese, english, LEFT, width);
  }

  private void both(Wording words, Type chinese, Type english, double x, double width) {
    for (Lines lines : lines(words, chinese, english, width)) {
      for (String line : lines.lines()) {
        place(lines.type(), x, y + lines.type().size() * 0.95, line);
        y += lines.type().size() * lines.type().leading();
      }
    }
  }

  private List<Lines> lines(Wording words, Type chinese, Type english, double width) {
    Lines zh = lines(words.zh(), chinese, width);
    return words.en().equals(words.zh())
        ? List.of(zh)
        : List.of(zh, lines(words.en(), english, width));
  }

  private Lines lines(String text, Type type, double width) {
    return new Lines(type, type.lines(printable(type.face(), text), width, fonts));
  }

  private String printable(Face face, String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> fonts.canPrint(face, Character.toString(c)) ? c : '?')
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }

  private void room(double height) {
    if (y + height > BOTTOM) {
      pages.add(new Page());
      y = TOP;
    }
  }

  /// The pages with their feet.
  List<Sheet> sheets() {
    List<Sheet> sheets = new ArrayList<>();
    for (Page page : pages) {
      String number = (sheets.size() + 1) + " / " + pages.size();
      double x = RIGHT - fonts.width(Face.TEXT, number) * 8;
      page.texts.add(new PlacedText(Face.MONO, 8, LEFT, FOOT, serial));
      page.texts.add(new PlacedText(Face.TEXT, 8, x, FOOT, number));
      Optional<SymbolPlace> place =
          sheets.isEmpty() ? Optional.ofNullable(symbol) : Optional.empty();
      sheets.add(new Sheet(WIDTH, HEIGHT, place, page.texts, page.rules));
    }
    return sheets;
  }
}
