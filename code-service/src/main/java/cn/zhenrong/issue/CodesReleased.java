package cn.zhenrong.issue;

import cn.zhenrong.party.Caller;

/// Codes were handed out, printed or downloaded.
///
/// @param first sequence number of the first code, from 1
/// @param last sequence number of the last code, inclusive
public record CodesReleased(BatchId batch, long first, long last, Caller who) {}
