package cn.zhenrong.print;

import java.util.ArrayList;
import java.util.List;

/// Dark modules side by side in one row, the piece vector drawings are made of.
///
/// @param x column of the first, from 0 without the quiet zone
/// @param y row, from the top
record ModuleRun(int x, int y, int length) {

  /// All runs of `symbol`, top to bottom and left to right.
  static List<ModuleRun> of(Symbol symbol) {
    List<ModuleRun> runs = new ArrayList<>();
    for (int y = 0; y < symbol.size(); y++) {
      long row = symbol.row(y);
      int x = 0;
      while (row >>> x != 0) {
        x += Long.numberOfTrailingZeros(row >>> x);
        int length = Long.numberOfTrailingZeros(~(row >>> x));
        runs.add(new ModuleRun(x, y, length));
        x += length;
      }
    }
    return runs;
  }
}
