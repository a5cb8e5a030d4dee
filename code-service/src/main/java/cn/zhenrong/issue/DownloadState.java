package cn.zhenrong.issue;

/// How far a download came.
enum DownloadState {
  /// Bytes are on their way; or the service was stopped meanwhile.
  STARTED,
  /// Every byte was handed to the connection.
  COMPLETE,
  /// The client went away or we failed; going on needs no reason.
  BROKEN_OFF
}
