package cn.zhenrong.conformity;

import cn.zhenrong.problem.Words;
import org.jspecify.annotations.Nullable;

/// A fibre name on a label that no label may use (G2).
///
/// @param part index of the declared part
/// @param percent as written beside the name
/// @param words why, and what to write instead
record BadName(int part, @Nullable String percent, Words words) {}
