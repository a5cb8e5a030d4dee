package cn.zhenrong.print;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Texts;

/// Where a symbol stands on a label: top right on a hang tag, always on the printer's grid of dots.
/// Points.
///
/// @param x left end of the quiet zone
/// @param y upper end of the quiet zone, from the top
/// @param module side of a module
/// @param dots the same in dots of the printer
record SymbolPlace(Symbol symbol, double x, double y, double module, int dots) {
  /// Millimetres with the quiet zone: what is aimed at, and the most that leaves room for the text.
  private static final double WANTED = 26.5;

  private static final double MOST = 28.6;
  private static final Texts TEXTS = Texts.beside(SymbolPlace.class);

  /// @throws Problem if modules of the fewest dots make the symbol too large for the tag
  static SymbolPlace of(Symbol symbol, Resolution resolution) {
    int modules = symbol.sizeWithQuietZone();
    int dots = resolution.dotsPerModule(modules, WANTED);
    double module = dots * resolution.dot();
    if (module * modules > MOST) {
      throw Problem.invalid("text", "tag.symbol", TEXTS.words("tag.symbol"));
    }
    double x = resolution.floor(Paper.WIDTH - Paper.SYMBOL_MARGIN - module * modules);
    double y = resolution.floor(Paper.SYMBOL_MARGIN);
    return new SymbolPlace(symbol, Paper.points(x), Paper.points(y), Paper.points(module), dots);
  }

  /// The symbol at the foot of a care label, in the middle of its width.
  ///
  /// @param bottom lower end of the quiet zone in millimetres from the top
  /// @throws Problem if modules of the fewest dots make the symbol too wide for the ribbon
  static SymbolPlace onRibbon(
      Symbol symbol, Resolution resolution, double width, double wanted, double bottom) {
    int dots = resolution.dotsPerModule(symbol.sizeWithQuietZone(), wanted);
    double module = dots * resolution.dot();
    double side = module * symbol.sizeWithQuietZone();
    if (side > width) {
      throw Problem.invalid("text", "tag.symbol", TEXTS.words("tag.symbol"));
    }
    double x = resolution.floor((width - side) / 2);
    double y = resolution.floor(bottom - side);
    return new SymbolPlace(symbol, Paper.points(x), Paper.points(y), Paper.points(module), dots);
  }

  /// Side of one dot of the printer.
  double dot() {
    return module / dots;
  }

  /// Side with the quiet zone.
  double side() {
    return module * symbol.sizeWithQuietZone();
  }

  /// Lower end of the quiet zone.
  double bottom() {
    return y + side();
  }

  double centre() {
    return x + side() / 2;
  }

  /// Width of the quiet zone.
  double quiet() {
    return module * Symbol.QUIET_ZONE;
  }

  /// The symbol with its quiet zone, cut out of a page rendered at the printer's resolution.
  Bitmap cutFrom(Bitmap page) {
    int left = (int) Math.round(x / dot());
    int top = (int) Math.round(y / dot());
    return page.cut(left, top, symbol.sizeWithQuietZone() * dots);
  }
}
