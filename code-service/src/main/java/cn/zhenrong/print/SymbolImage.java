package cn.zhenrong.print;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Texts;

/// A symbol as a picture file for designers and listings. Quiet zone included; the same symbol
/// gives the same bytes.
final class SymbolImage {
  static final int MIN_PIXELS = 1;
  static final int MAX_PIXELS = 40;
  private static final Texts TEXTS = Texts.beside(SymbolImage.class);

  private SymbolImage() {}

  /// An SVG of one black path on white; one unit is one module. It has no size of its own.
  static String svg(Symbol symbol) {
    int side = symbol.sizeWithQuietZone();
    StringBuilder path = new StringBuilder();
    for (ModuleRun run : ModuleRun.of(symbol)) {
      path.append('M').append(run.x() + Symbol.QUIET_ZONE).append(' ');
      path.append(run.y() + Symbol.QUIET_ZONE).append('h').append(run.length());
      path.append("v1h-").append(run.length()).append('z');
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 @SIDE @SIDE" shape-rendering="crispEdges">\
    <path fill="#fff" d="M0 0h@SIDEv@SIDEH0z"/><path d="@PATH"/></svg>
    """
        .replace("@SIDE", Integer.toString(side))
        .replace("@PATH", path);
  }

  /// A PNG of 1 bit a pixel.
  ///
  /// @param pixels side of one module, 1–40
  /// @throws Problem if `pixels` is out of range
  static byte[] png(Symbol symbol, int pixels) {
    if (pixels < MIN_PIXELS || pixels > MAX_PIXELS) {
      throw Problem.invalid(
          "pixels", "image.pixels", TEXTS.words("image.pixels", MIN_PIXELS, MAX_PIXELS));
    }
    return Png.of(Bitmap.of(symbol, pixels));
  }
}
