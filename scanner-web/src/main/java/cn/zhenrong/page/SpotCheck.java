package cn.zhenrong.page;

import java.time.LocalDate;

/// A spot check of this batch by the regulator.
///
/// @param on the day its result was published
/// @param passed whether the batch passed
public record SpotCheck(LocalDate on, boolean passed) {}
