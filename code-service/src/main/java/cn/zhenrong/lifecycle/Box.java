package cn.zhenrong.lifecycle;

import java.util.List;

/// A box and what was put into it.
///
/// @param content in order of batch and sequence number
record Box(BoxRow row, List<BoxRange> content) {}
