package cn.zhenrong.keys;

import org.jspecify.annotations.Nullable;

/// What the association decides about a key, as it came.
record NewStatus(@Nullable String status, @Nullable String reason) {}
