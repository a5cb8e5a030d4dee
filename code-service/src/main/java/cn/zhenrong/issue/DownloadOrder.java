package cn.zhenrong.issue;

import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody wants codes as a file.
///
/// @param reason why again, if they left before
record DownloadOrder(
    Caller caller, CodeFiles.Download download, DownloadForm form, @Nullable String reason) {

  /// As it begins.
  ///
  /// @param again as [Earlier] writes it
  DownloadRow row(long id, Instant at, @Nullable String again) {
    return new DownloadRow(
        id,
        download.file().batch().id().value(),
        form.name(),
        download.first(),
        download.last(),
        caller.party(),
        caller.person(),
        reason,
        DownloadState.STARTED.name(),
        at,
        null,
        again,
        Audit.requestId());
  }

  /// For the audit trail: `11–30`, and the reason.
  String words() {
    String range = download.first() + "–" + download.last();
    return reason == null ? range : range + " " + reason;
  }
}
