package cn.zhenrong.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The end of a box.
///
/// @param move what was done to a code of it on its own; null for opening by hand
record Opening(
    Instant at, long person, @Nullable Move move, @Nullable String words, String requestId) {}
