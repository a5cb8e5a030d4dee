package cn.zhenrong.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of `code_box`: a box, and how it was opened, if it was.
///
/// @param partyId the maker all its codes are of
/// @param openedMove what was done to a code of it on its own; null if it was opened by hand
record BoxRow(
    long id,
    long partyId,
    int codes,
    @Nullable String note,
    Instant sealedAt,
    long sealedBy,
    String sealedRequest,
    @Nullable Instant openedAt,
    @Nullable Long openedBy,
    @Nullable Move openedMove,
    @Nullable String openedWords,
    @Nullable String openedRequest) {

  BoxId boxId() {
    return new BoxId(id);
  }

  boolean isSealed() {
    return openedAt == null;
  }
}
