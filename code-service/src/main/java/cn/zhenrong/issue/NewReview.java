package cn.zhenrong.issue;

import org.jspecify.annotations.Nullable;

/// A second person's decision as it comes in.
///
/// @param decision `APPROVE` or `REJECT`
record NewReview(@Nullable String decision, @Nullable String reason) {
  enum Choice {
    APPROVE,
    REJECT
  }
}
