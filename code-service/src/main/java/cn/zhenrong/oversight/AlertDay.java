package cn.zhenrong.oversight;

import java.time.LocalDate;

/// One day of an alert's timeline.
///
/// @param day in China
/// @param hits how often the rule hit
/// @param codes how many codes it hit for the first time
record AlertDay(LocalDate day, long hits, long codes) {}
