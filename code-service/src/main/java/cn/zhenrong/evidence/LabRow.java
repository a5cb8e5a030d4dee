package cn.zhenrong.evidence;

import java.time.Instant;

/// One row of `lab`.
record LabRow(long id, String name, String labKey, long enteredBy, Instant createdAt) {}
