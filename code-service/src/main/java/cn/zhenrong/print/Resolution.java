package cn.zhenrong.print;

/// Dots of a label printer. A module is always a whole number of them, or a thermal head would
/// print modules of unequal width (`docs/code-format.md` §6).
enum Resolution {
  /// The 203 dpi class: 8 dots a millimetre, most thermal printers.
  DPI_203(203.2, 4),
  DPI_300(300, 5),
  DPI_600(600, 10);

  private static final double MILLIMETRES_PER_INCH = 25.4;

  private final double dotsPerInch;
  private final int fewestDotsPerModule;

  Resolution(double dotsPerInch, int fewestDotsPerModule) {
    this.dotsPerInch = dotsPerInch;
    this.fewestDotsPerModule = fewestDotsPerModule;
  }

  double dotsPerInch() {
    return dotsPerInch;
  }

  /// Side of one dot in millimetres.
  double dot() {
    return MILLIMETRES_PER_INCH / dotsPerInch;
  }

  /// Dots for one module so that `modules` of them stay within `millimetres`, but never fewer than
  /// a phone needs.
  int dotsPerModule(int modules, double millimetres) {
    return Math.max(fewestDotsPerModule, (int) (millimetres / (modules * dot()) + 1e-9));
  }

  /// The last whole dot at or before `millimetres`, in millimetres.
  double floor(double millimetres) {
    return Math.floor(millimetres / dot() + 1e-9) * dot();
  }
}
