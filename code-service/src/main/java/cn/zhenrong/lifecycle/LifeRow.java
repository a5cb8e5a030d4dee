package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.BatchStatus;
import org.jspecify.annotations.Nullable;

/// One row of `code_life`, without its batch: what is true of all codes of a batch together.
///
/// @param lastEvent the number of the last change
/// @param inUse how many codes stand for a garment
/// @param ended CANCELLED or CLOSED; null while the batch goes on
/// @param places how many garments of each line have their code, as [Places] writes it; null if
///   nobody has counted
record LifeRow(long lastEvent, long inUse, @Nullable BatchStatus ended, @Nullable String places) {

  /// The same with the lines to be counted again.
  LifeRow uncounted() {
    return new LifeRow(lastEvent, inUse, ended, null);
  }
}
