package cn.zhenrong.issue;

import org.jspecify.annotations.Nullable;

/// A maker's limits as they come in; what is null or left out has no limit.
record NewLimit(@Nullable Long quota, @Nullable Long approvalAbove, @Nullable String reason) {}
