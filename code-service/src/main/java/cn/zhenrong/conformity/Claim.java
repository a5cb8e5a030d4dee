package cn.zhenrong.conformity;

import cn.zhenrong.fibre.Composition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a label claims.
///
/// @param badNames names no label may use; a part that has one is not judged further
/// @param productStandard the product standard the label cites, such as `FZ/T 73009-2021`
record Claim(Composition composition, List<BadName> badNames, @Nullable String productStandard) {

  boolean hasBadName(int part) {
    for (BadName bad : badNames) {
      if (bad.part() == part) {
        return true;
      }
    }
    return false;
  }
}
