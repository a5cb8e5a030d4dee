package cn.zhenrong.issue;

import org.jspecify.annotations.Nullable;

/// Tags or a symbol that are about to leave the house.
///
/// @param first sequence number of the first code, from 1
/// @param last of the last, inclusive
/// @param reason why again, if somebody says so
public record Printing(DownloadForm form, long first, long last, @Nullable String reason) {}
