package cn.zhenrong.issue;

import org.jspecify.annotations.Nullable;

/// What was written about a batch: the gate's decision as JSON, and the reviewer's words.
record PapersRow(String decision, @Nullable String words) {}
