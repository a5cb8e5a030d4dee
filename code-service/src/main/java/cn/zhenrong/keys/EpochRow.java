package cn.zhenrong.keys;

import java.time.Instant;

/// One row of `serial_epoch`.
///
/// @param witness tells one serial key from another and gives nothing away
record EpochRow(int epoch, String witness, Instant createdAt) {}
