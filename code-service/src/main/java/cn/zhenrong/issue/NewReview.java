package cn.zhenrong.issue;

import org.jspecify.annotations.Nullable;

/// A second person's decision as it comes in.
///
/// @param decision `APPROVE` or `REJECT`
/// @param reading how the reviewer reads the rules in doubt; left out, the rules themselves are
///   kept
record NewReview(@Nullable String decision, @Nullable String reason, @Nullable String reading) {
  enum Choice {
    APPROVE,
    REJECT
  }
}
