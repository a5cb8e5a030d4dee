package cn.zhenrong.conformity;

import cn.zhenrong.fibre.Composition;
import java.util.List;

/// What a label claims.
///
/// @param badNames names no label may use; a part that has one is not judged further
/// @param goods what else is known of them
record Claim(Composition composition, List<BadName> badNames, Goods goods) {

  boolean hasBadName(int part) {
    for (BadName bad : badNames) {
      if (bad.part() == part) {
        return true;
      }
    }
    return false;
  }
}
