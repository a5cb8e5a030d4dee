package cn.zhenrong.issue;

/// In which form codes left the house.
enum DownloadForm {
  /// `codes.csv`.
  CSV,
  /// `codes.zip`: the same file in an encrypted package.
  ZIP
}
