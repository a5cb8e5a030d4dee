package cn.zhenrong.issue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A download as it goes to the outside.
///
/// @param party whose person it was
/// @param first sequence number of the first code, from 1
/// @param last of the last, inclusive
/// @param again which of them had left before, in whatever form: the first twenty ranges
/// @param requestId null for those of the versions before
/// @param endedAt null while it runs, or if the service was stopped meanwhile
record DownloadAnswer(
    String id,
    DownloadForm form,
    long first,
    long last,
    String party,
    String person,
    @Nullable String reason,
    List<Earlier> again,
    @Nullable String requestId,
    DownloadState state,
    Instant startedAt,
    @Nullable Instant endedAt) {

  static DownloadAnswer of(DownloadRow row) {
    return new DownloadAnswer(
        Long.toString(row.id()),
        DownloadForm.valueOf(row.form()),
        row.firstSequence(),
        row.lastSequence(),
        Long.toString(row.partyId()),
        Long.toString(row.personId()),
        row.reason(),
        Earlier.of(row.again()),
        row.requestId(),
        DownloadState.valueOf(row.state()),
        row.startedAt(),
        row.endedAt());
  }
}
