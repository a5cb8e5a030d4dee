package cn.zhenrong.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who has asked about this code before.
///
/// @param first when it was verified first; null if never
/// @param province where that was, as far as a network prefix tells
/// @param sessions how many sessions have verified it
/// @param opened when a reader said that the package had just been opened
public record QueryRecord(
    @Nullable Instant first, @Nullable Wording province, long sessions, @Nullable Instant opened) {}
