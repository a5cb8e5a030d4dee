package cn.zhenrong.scan;

import java.time.Instant;

/// What one device did with one code.
record SessionRow(Instant firstAt, Instant lastAt, int sessions) {}
