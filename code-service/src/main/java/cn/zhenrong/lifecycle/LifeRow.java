package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.BatchStatus;
import org.jspecify.annotations.Nullable;

/// One row of `code_life`, without its batch: what is true of all codes of a batch together.
///
/// @param lastEvent the number of the last change
/// @param inUse how many codes stand for a garment
/// @param ended CANCELLED or CLOSED; null while the batch goes on
record LifeRow(long lastEvent, long inUse, @Nullable BatchStatus ended) {}
