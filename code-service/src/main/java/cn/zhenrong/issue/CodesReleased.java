package cn.zhenrong.issue;

import cn.zhenrong.party.Caller;

/// Codes are about to leave the house as a file. Published inside the transaction that notes it,
/// before the first byte goes out: what may have been seen counts as released.
///
/// @param first sequence number of the first code, from 1
/// @param last sequence number of the last code, inclusive
public record CodesReleased(Batch batch, long first, long last, Caller caller) {}
