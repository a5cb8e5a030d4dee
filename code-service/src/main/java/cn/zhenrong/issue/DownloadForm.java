package cn.zhenrong.issue;

/// In which form codes left the house.
public enum DownloadForm {
  /// `codes.csv`.
  CSV,
  /// `codes.zip`: the same file in an encrypted package.
  ZIP,
  /// `labels.pdf`: hang tags.
  PDF,
  /// `care-labels.pdf`.
  CARE,
  /// `labels.zpl`.
  ZPL,
  /// `labels.tspl`.
  TSPL,
  /// One symbol as a drawing.
  SVG,
  /// One symbol as a picture.
  PNG
}
