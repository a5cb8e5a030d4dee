package cn.zhenrong.scan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one device did with one code.
///
/// @param province where it was the last time; null if that is not known
/// @param sessions visits more than half an hour apart
/// @param opened whether it said that the package had just been opened
record Seen(
    Device device,
    @Nullable Province province,
    Instant firstAt,
    Instant lastAt,
    int sessions,
    boolean opened) {}
