package cn.zhenrong.oversight;

import org.jspecify.annotations.Nullable;

/// A closed case whose time is over.
record DueRow(long id, @Nullable String photoDigest) {}
