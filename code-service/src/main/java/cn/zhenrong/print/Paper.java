package cn.zhenrong.print;

/// Measures of the 60 × 40 mm hang tag, in millimetres, and what a point is.
final class Paper {
  static final double WIDTH = 60;
  static final double HEIGHT = 40;

  /// Left, and right of what is not the symbol. Rolls are cut with a millimetre of play.
  static final double MARGIN = 2.5;

  /// Around the symbol's quiet zone, which is a margin itself.
  static final double SYMBOL_MARGIN = 0.5;

  static final double BOTTOM_MARGIN = 1.7;
  private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

  private Paper() {}

  static double points(double millimetres) {
    return millimetres * POINTS_PER_MILLIMETRE;
  }
}
