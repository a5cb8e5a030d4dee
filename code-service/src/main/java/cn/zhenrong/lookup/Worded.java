package cn.zhenrong.lookup;

import cn.zhenrong.page.VerdictBar;

/// The words of a verdict.
///
/// @param json the same as [CodeAnswer.Verdict] in JSON; not to be written to
@SuppressWarnings("ArrayRecordComponent") // kept and never compared
record Worded(VerdictBar bar, byte[] json) {}
