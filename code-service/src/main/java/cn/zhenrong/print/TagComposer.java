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
/// safety class, report, maker and sequence number. Everything is tried at full size first and then
/// in steps down to the smallest type allowed; what still does not fit is refused by name.
final class TagComposer {
  private static final Texts TEXTS = Texts.beside(TagComposer.class);
  private static final String WORDMARK = "真绒";
  private static final String WORDMARK_LATIN = "Zhenrong";
  private static final double SMALLEST = 4.5;
  private static final double STEP = 0.04;
  private static final double WORDMARK_SIZE = 11;
  private static final double SERIAL_SIZE = 5.8;
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

  private TagLayout compose() {
    Attempt smallest = new Attempt(0);
    smallest
        .blame()
        .ifPresent(field -> {
          throw field.tooLong();
        });
    for (double scale = 1; scale > 0; scale -= STEP) {
      Attempt attempt = new Attempt(scale);
      if (attempt.blame().isEmpty()) {
        return attempt.layout();
      }
    }
    return smallest.layout();
  }

  /// The tag with all type sizes scaled, but none below its own least.
  private final class Attempt {
    private final Block name;
    private final Block composition;
    private final Flow variant;
    private final Flow band;
    private final double size;

    Attempt(double scale) {
      size = Math.max(SMALLEST, 5.1 * scale);
      name = block(List.of(tag.garment().name()), Math.max(6.2, 9.4 * scale));
      composition = block(tag.composition(), Math.max(5, 7.6 * scale));
      variant = new Flow(fonts, columnWidth, Math.max(SMALLEST, 5.8 * scale));
      variant.add(TagField.STYLE_NO, tag.garment().styleNo());
      variant.add(TagField.COLOUR, tag.garment().colour());
      variant.add(TagField.SIZE, tag.garment().size());
      band = new Flow(fonts, BAND_WIDTH, size);
      TagContent.Claims claims = tag.claims();
      band.add(TagField.STANDARD, claims.standard());
      band.add(TagField.SAFETY_CLASS, claims.safetyClass());
      band.add(TagField.REPORT, (claims.reportNumber() + " " + claims.lab()).strip());
      band.add(TagField.MAKER, tag.garment().maker());
      band.addAtRight(TagField.SEQUENCE, Long.toString(tag.mark().sequence()));
    }

    private Block block(List<String> paragraphs, double blockSize) {
      return Block.of(paragraphs, Face.STRONG, blockSize, columnWidth, fonts);
    }

    /// The field to shorten if this attempt does not fit.
    Optional<TagField> blame() {
      if (!band.isBalanced() || bandTop() < serialBottom()) {
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

    private double serialBottom() {
      return symbol.bottom() + 1.15 * SERIAL_SIZE;
    }

    private double wordmarkBaseline() {
      return symbol.y() + symbol.quiet() + 0.84 * WORDMARK_SIZE;
    }

    private double nameTop() {
      return wordmarkBaseline() + 0.75 * WORDMARK_SIZE;
    }

    private double heading() {
      return 1.5 * size;
    }

    /// Height left over in the column.
    private double slack() {
      double used = name.height() + heading() + composition.height() + variant.height();
      return bandTop() - size - nameTop() - used - size;
    }

    TagLayout layout() {
      List<PlacedText> texts = new ArrayList<>(wordmark());
      texts.addAll(name.at(LEFT, nameTop()));
      double top = nameTop() + name.height() + 0.5 * size + Math.min(slack() / 3, 5);
      texts.add(text(Face.TEXT, size, LEFT, top + 0.95 * size, TagField.COMPOSITION.label()));
      texts.addAll(composition.at(LEFT, top + heading()));
      texts.addAll(variant.at(LEFT, bandTop() - 0.75 * size - variant.height()));
      texts.addAll(band.at(LEFT, bandTop() + 0.45 * size));
      texts.add(serial());
      Rule head = new Rule(LEFT, wordmarkBaseline() + 0.38 * WORDMARK_SIZE, columnWidth);
      return new TagLayout(symbol, texts, List.of(head, new Rule(LEFT, bandTop(), BAND_WIDTH)));
    }

    private List<PlacedText> wordmark() {
      double y = wordmarkBaseline();
      String scan = TEXTS.words("tag.scan").zh();
      double scanWidth = fonts.width(Face.TEXT, scan) * SMALLEST;
      double latin = LEFT + (fonts.width(Face.STRONG, WORDMARK) + 0.3) * WORDMARK_SIZE;
      return List.of(
          text(Face.STRONG, WORDMARK_SIZE, LEFT, y, WORDMARK),
          text(Face.TEXT, 6, latin, y, WORDMARK_LATIN),
          text(Face.TEXT, SMALLEST, LEFT + columnWidth - scanWidth, y, scan));
    }

    private PlacedText serial() {
      String serial = tag.mark().serial();
      double x = symbol.centre() - fonts.width(Face.MONO, serial) * SERIAL_SIZE / 2;
      return text(Face.MONO, SERIAL_SIZE, x, symbol.bottom() + 0.8 * SERIAL_SIZE, serial);
    }

    private static PlacedText text(Face face, double size, double x, double y, String text) {
      return new PlacedText(face, size, x, y, text);
    }
  }
}
