package cn.zhenrong.conformity;

import cn.zhenrong.fibre.Fibre;
import cn.zhenrong.fibre.FibreKind;
import cn.zhenrong.fibre.Share;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The undeclared fibres of a part, sorted by the rule that may let them pass.
///
/// @param excepted decoration and function the label excepts (T7)
/// @param covered animal hair under the part's [Cover]
/// @param rest everything else: trace (T6) or a failure
record Undeclared(List<Share> excepted, List<Share> covered, List<Share> rest) {
  private static final Undeclared NOTHING = new Undeclared(List.of(), List.of(), List.of());

  /// @param exception the label's note if it excepts fibres, else null
  /// @param withHair whether the method tells one animal hair from another; hair is left out if not
  static Undeclared of(PartCase one, Cover cover, @Nullable String exception, boolean withHair) {
    if (one.undeclared().isEmpty()) {
      return NOTHING;
    }
    List<Share> excepted = new ArrayList<>(2);
    List<Share> covered = new ArrayList<>(2);
    List<Share> rest = new ArrayList<>(2);
    for (Share share : one.undeclared()) {
      FibreKind kind = share.fibre().kind();
      if (kind.isAnimalHair() && !withHair) {
        continue;
      }
      if (exception != null && isExcepted(share.fibre(), exception)) {
        excepted.add(share);
      } else if (cover.isFor(kind)) {
        covered.add(share);
      } else {
        rest.add(share);
      }
    }
    return new Undeclared(excepted, covered, rest);
  }

  boolean isEmpty() {
    return excepted.isEmpty() && covered.isEmpty() && rest.isEmpty();
  }

  List<Share> all() {
    List<Share> all = new ArrayList<>(excepted);
    all.addAll(covered);
    all.addAll(rest);
    return all;
  }

  private static boolean isExcepted(Fibre fibre, String exception) {
    return fibre.kind() == FibreKind.METAL
        || fibre.kind() == FibreKind.ELASTIC
        || exception.contains(fibre.name());
  }
}
