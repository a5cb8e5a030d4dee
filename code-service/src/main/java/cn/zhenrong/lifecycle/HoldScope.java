package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Batch;
import org.jspecify.annotations.Nullable;

/// What a hold lies on.
///
/// @param id of the batch, report or party; for a RANGE, of its batch
/// @param range only for a RANGE
record HoldScope(Kind kind, long id, @Nullable Range range) {

  enum Kind {
    BATCH,
    REPORT,
    PARTY,
    RANGE
  }

  /// The name holds on the same thing share.
  String subject() {
    return switch (kind) {
      case BATCH, RANGE -> "batch/" + id;
      case REPORT -> "report/" + id;
      case PARTY -> "party/" + id;
    };
  }

  /// The subjects whose holds lie on codes of a batch.
  static String[] subjectsOf(Batch batch) {
    return new String[] {
      "batch/" + batch.id(), "report/" + batch.report(), "party/" + batch.party()
    };
  }

  /// Whether it lies on any of these codes, given that the subject is theirs.
  boolean touches(Range codes) {
    return range == null || range.overlaps(codes);
  }
}
