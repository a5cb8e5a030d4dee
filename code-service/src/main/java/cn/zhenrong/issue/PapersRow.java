package cn.zhenrong.issue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What was written about a batch: the gate's decision as JSON, and a second person's review of it.
///
/// @param words why the reviewer decided so
/// @param reading of the rules it was decided on
record PapersRow(
    String decision,
    @Nullable Long reviewedBy,
    @Nullable Instant reviewedAt,
    @Nullable String words,
    @Nullable String reading) {}
