package cn.zhenrong.print;

import cn.zhenrong.page.Certificate;
import cn.zhenrong.page.Certificate.Row;
import cn.zhenrong.page.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lays a certificate out on A4. It is set closer step by step until it stands on one page, as a
/// paper that is sent along should; what is too much for that takes as many numbered pages as it
/// needs, in the size that reads best (docs/decisions/0110).
final class CertificatePages {
  private static final double WIDTH = 210;
  private static final double HEIGHT = 297;
  private static final double LEFT = Paper.points(20);
  private static final double RIGHT = Paper.points(WIDTH - 20);
  private static final double ALL = RIGHT - LEFT;
  private static final double TOP = Paper.points(15);
  private static final double BOTTOM = Paper.points(HEIGHT - 17);
  private static final double FOOT = Paper.points(HEIGHT - 12);
  private static final double GAP = 4.5;
  private static final double COLUMNS = 12;
  private static final int DOTS_PER_MODULE = 15;
  private static final double MODULE = DOTS_PER_MODULE * 72 / 600.0;

  /// How it may be set, the best first. Below 7 points of Chinese nobody reads it.
  private static final List<Setting> SETTINGS =
      List.of(
          new Setting(1, false),
          new Setting(0.95, false),
          new Setting(0.95, true),
          new Setting(0.9, true),
          new Setting(0.85, true),
          new Setting(0.8, true));

  private final CertificateType type;
  private final Setting setting;
  private final String serial;
  private final List<Page> pages = new ArrayList<>(List.of(new Page()));
  private @Nullable SymbolPlace symbol;
  private double y = TOP;

  /// @param paired whether two short rows share a line
  private record Setting(double scale, boolean paired) {}

  private static final class Page {
    final List<PlacedText> texts = new ArrayList<>();
    final List<TagLayout.Rule> rules = new ArrayList<>();
  }

  private CertificatePages(Certificate certificate, Fonts fonts, Setting setting) {
    this.type = new CertificateType(fonts, setting.scale());
    this.setting = setting;
    this.serial = certificate.page().serial();
    head(certificate);
    certificate.blocks().forEach(this::add);
  }

  /// The pages of a certificate; one, if it can be.
  static List<Sheet> of(Certificate certificate, Fonts fonts) {
    for (Setting setting : SETTINGS) {
      CertificatePages laidOut = new CertificatePages(certificate, fonts, setting);
      if (laidOut.pages.size() == 1) {
        return laidOut.sheets();
      }
    }
    return new CertificatePages(certificate, fonts, SETTINGS.getFirst()).sheets();
  }

  /// Title and verdict, beside the code's symbol.
  private void head(Certificate certificate) {
    Symbol drawn = Symbol.of(certificate.origin().codeText());
    double side = drawn.sizeWithQuietZone() * MODULE;
    symbol = new SymbolPlace(drawn, RIGHT - side, TOP - GAP, MODULE, DOTS_PER_MODULE);
    double width = ALL - side - GAP;
    put(
        type.below(
            certificate.title(),
            type.of(Face.STRONG, 20, 1.3),
            type.of(Face.TEXT, 10, 1.3),
            width));
    y += GAP * 2;
    put(
        type.below(
            certificate.verdict(),
            type.of(Face.STRONG, 13, 1.3),
            type.of(Face.TEXT, 9, 1.3),
            width));
    y = Math.max(y, symbol.bottom()) + GAP;
  }

  private void add(Certificate.Block block) {
    Wording words = block.heading();
    Type strong = type.of(Face.STRONG, 10, 1.4);
    Wording both = Wording.same(words.zh() + "  " + words.en());
    SetText heading = type.below(both, strong, strong, ALL);
    List<SetText> rows = rows(block.rows());
    room(GAP + heading.height() + 1 + rows.getFirst().height());
    pages.getLast().rules.add(new TagLayout.Rule(LEFT, y, ALL));
    y += GAP;
    put(heading);
    y += 1;
    for (SetText row : rows) {
      room(row.height());
      put(row);
      y += 2 * setting.scale();
    }
    y += GAP * setting.scale();
  }

  /// The rows as they are set, a line of one or of two.
  private List<SetText> rows(List<Row> rows) {
    double half = (ALL - COLUMNS) / 2;
    List<SetText> lines = new ArrayList<>();
    @Nullable SetText open = null;
    for (Row row : rows) {
      SetText alone = type.row(row, ALL);
      boolean isShort = setting.paired() && row.label() != null && alone.width() <= half;
      if (isShort && open != null) {
        lines.set(lines.size() - 1, open.with(alone, half + COLUMNS, 0));
        open = null;
      } else {
        lines.add(alone);
        open = isShort ? alone : null;
      }
    }
    return lines;
  }

  private void put(SetText text) {
    pages.getLast().texts.addAll(text.at(LEFT, y));
    y += text.height();
  }

  private void room(double height) {
    if (y + height > BOTTOM) {
      pages.add(new Page());
      y = TOP;
    }
  }

  /// The pages with their feet.
  private List<Sheet> sheets() {
    List<Sheet> sheets = new ArrayList<>();
    for (Page page : pages) {
      String number = (sheets.size() + 1) + " / " + pages.size();
      double x = RIGHT - type.fonts().width(Face.TEXT, number) * 8;
      page.texts.add(new PlacedText(Face.MONO, 8, LEFT, FOOT, serial));
      page.texts.add(new PlacedText(Face.TEXT, 8, x, FOOT, number));
      Optional<SymbolPlace> place =
          sheets.isEmpty() ? Optional.ofNullable(symbol) : Optional.empty();
      sheets.add(new Sheet(WIDTH, HEIGHT, place, page.texts, page.rules));
    }
    return sheets;
  }
}
