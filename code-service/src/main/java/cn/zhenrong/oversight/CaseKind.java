package cn.zhenrong.oversight;

/// What a case is about.
public enum CaseKind {
  /// The fibres are doubted.
  COMPOSITION,
  /// Tag or care label say something else than the page.
  LABEL,
  /// The garment looks different.
  PICTURE,
  /// The tag was torn off, mended or used before.
  TAG,
  /// Bought where this maker does not sell.
  PLACE,
  OTHER,
  /// No complaint: the package was just opened. Reported by its own form.
  OPENED
}
