package cn.zhenrong.print;

import cn.zhenrong.print.TagLayout.Rule;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Composes the 60 × 40 mm hang tag.
///
/// The symbol stands at the right with the serial below it. The column at its left holds wordmark,
/// product name, composition and what tells variants apart; a band across the foot holds standard,
/// safety class, report and maker. Everything is tried at full size first and then in steps down to
/// the smallest type allowed; what still does not fit is refused by name.
final class TagComposer {
  private static final Texts TEXTS = Texts.beside(TagComposer.class);
  private static final String WORDMARK = "真绒";
  private static final String WORDMARK_LATIN = "Zhenrong";
  private static final double SMALLEST = 4.5;
  private static final double STEP = 0.04;
  private static final int MOST_NAME_LINES = 3;
  private static final double LEFT = Paper.points(Paper.MARGIN);
  private static final double BAND_WIDTH = Paper.points(Paper.WIDTH - 2 * Paper.MARGIN);
  private static final double BOTTOM = Paper.points(Paper.HEIGHT - Paper.BOTTOM_MARGIN);

  private final TagContent tag;
  private final Fonts fonts;
  private final SymbolPlace symbol;
  private final double columnWidth;

  private TagComposer(TagContent tag, SymbolPlace symbol, Fonts fonts) {
    this.tag = tag;
    this.fonts = fonts;
    this.symbol = symbol;
    this.columnWidth = symbol.x() - LEFT;
  }

  /// @throws Problem if the symbol or a field does not fit, or a character cannot be printed
  static TagLayout compose(TagContent tag, Resolution resolution, Fonts fonts) {
    TagCheck.check(tag, fonts);
    return new TagComposer(tag, SymbolPlace.of(tag.mark().symbol(), resolution), fonts).compose();
  }

  /// The largest scale that fits, to within a step, found by halving.
  private TagLayout compose() {
    Attempt full = new Attempt(1);
    if (full.blame().isEmpty()) {
      return full.layout();
    }
    Attempt fits = new Attempt(0);
    fits.blame()
        .ifPresent(field -> {
          throw field.tooLong();
        });
    double tooLarge = 1;
    while (tooLarge - fits.scale > STEP) {
      Attempt middle = new Attempt((tooLarge + fits.scale) / 2);
      if (middle.blame().isEmpty()) {
        fits = middle;
      } else {
        tooLarge = middle.scale;
      }
    }
    return fits.layout();
  }

  /// The tag with types and gaps scaled, but no type below its own least.
  ///
  /// @see #compose()
  private final class Attempt {
    private final double scale;
    private final double size;
    private final double wordmarkSize;
    private final Block name;
    private final Block composition;
    private final Flow variant;
    private final Flow band;

    Attempt(double scale) {
      this.scale = scale;
      size = Math.max(SMALLEST, 5.1 * scale);
      wordmarkSize = Math.max(8.5, 11 * scale);
      name = block(List.of(tag.garment().name()), 9.4, 6.2);
      composition = block(tag.composition(), 7.6, 5);
      variant = variant(flow(columnWidth, Math.max(SMALLEST, 5.6 * scale)));
      band = band(flow(BAND_WIDTH, size));
    }

    private Block block(List<String> paragraphs, double fullSize, double least) {
      double blockSize = Math.max(least, fullSize * scale);
      Type type = new Type(Face.STRONG, blockSize, 1.13 + 0.12 * scale);
      return Block.of(paragraphs, type, least, columnWidth, fonts);
    }

    private Flow flow(double width, double flowSize) {
      return new Flow(fonts, width, new Type(Face.TEXT, flowSize, 1.16 + 0.14 * scale));
    }

    /// The field to shorten if this attempt does not fit.
    Optional<TagField> blame() {
      if (!band.isBalanced() || bandTop() < serialBaseline() + 0.2 * size) {
        return Optional.of(band.longest());
      }
      if (name.lines().size() > MOST_NAME_LINES) {
        return Optional.of(TagField.NAME);
      }
      if (!variant.isBalanced()) {
        return Optional.of(variant.longest());
      }
      return slack() < 0 ? Optional.of(TagField.COMPOSITION) : Optional.empty();
    }

    private double bandTop() {
      return BOTTOM - band.height() - 0.35 * size;
    }

    private double serialBaseline() {
      return symbol.bottom() + 0.75 * serialSize();
    }

    /// As wide as the dark part of the symbol.
    private double serialSize() {
      double width = symbol.side() - 2 * symbol.quiet();
      return Math.min(6, width / fonts.width(Face.MONO, tag.mark().serial()));
    }

    private double wordmarkBaseline() {
      return symbol.y() + symbol.quiet() + 0.84 * wordmarkSize;
    }

    private double nameTop() {
      return wordmarkBaseline() + (0.5 + 0.25 * scale) * wordmarkSize;
    }

    private double heading() {
      return (1.15 + 0.35 * scale) * size;
    }

    /// Between name and composition, and above the band.
    private double gap() {
      return (0.3 + 0.5 * scale) * size;
    }

    /// Height left over in the column.
    private double slack() {
      double used = name.height() + heading() + composition.height() + variant.height();
      return bandTop() - nameTop() - used - 3 * gap();
    }

    TagLayout layout() {
      List<PlacedText> texts = new ArrayList<>(wordmark());
      texts.addAll(name.at(LEFT, nameTop()));
      double top = nameTop() + name.height() + gap() + Math.min(slack() / 3, 5);
      texts.add(new PlacedText(Face.TEXT, size, LEFT, top + size, TagField.COMPOSITION.label()));
      texts.addAll(composition.at(LEFT, top + heading()));
      texts.addAll(variant.at(LEFT, bandTop() - gap() - variant.height()));
      texts.addAll(band.at(LEFT, bandTop() + 0.45 * size));
      texts.add(serial());
      Rule head = new Rule(LEFT, wordmarkBaseline() + 0.38 * wordmarkSize, columnWidth);
      return new TagLayout(symbol, texts, List.of(head, new Rule(LEFT, bandTop(), BAND_WIDTH)));
    }

    private List<PlacedText> wordmark() {
      double y = wordmarkBaseline();
      String scan = TEXTS.words("tag.scan").zh();
      double scanWidth = fonts.width(Face.TEXT, scan) * size;
      double latin = LEFT + (fonts.width(Face.STRONG, WORDMARK) + 0.3) * wordmarkSize;
      return List.of(
          new PlacedText(Face.STRONG, wordmarkSize, LEFT, y, WORDMARK),
          new PlacedText(Face.TEXT, 0.55 * wordmarkSize, latin, y, WORDMARK_LATIN),
          new PlacedText(Face.TEXT, size, LEFT + columnWidth - scanWidth, y, scan));
    }

    private PlacedText serial() {
      double x = symbol.x() + symbol.quiet();
      String serial = tag.mark().serial();
      return new PlacedText(Face.MONO, serialSize(), x, serialBaseline(), serial);
    }
  }

  private Flow variant(Flow flow) {
    flow.add(TagField.STYLE_NO, tag.garment().styleNo());
    flow.add(TagField.COLOUR, tag.garment().colour());
    flow.add(TagField.SIZE, tag.garment().size());
    flow.add(TagField.SEQUENCE, Long.toString(tag.mark().sequence()));
    return flow;
  }

  private Flow band(Flow flow) {
    TagContent.Claims claims = tag.claims();
    flow.add(TagField.STANDARD, claims.standard());
    flow.add(TagField.SAFETY_CLASS, claims.safetyClass());
    flow.add(TagField.REPORT, (claims.reportNumber() + " " + claims.lab()).strip());
    flow.add(TagField.MAKER, tag.garment().maker());
    return flow;
  }
}
