package cn.zhenrong.scan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a group of events did to one code.
///
/// @param before null if it was never verified
/// @param events of this code, the earliest first
record Change(@Nullable CodeRecord before, List<Fresh> events, CodeRecord after) {}
