package cn.zhenrong.conformity;

import cn.zhenrong.fibre.Diameter;
import cn.zhenrong.fibre.Fibre;
import cn.zhenrong.fibre.FibreKind;
import cn.zhenrong.fibre.Part;
import cn.zhenrong.fibre.Share;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One declared part beside its own result.
///
/// Where the label names 绵羊毛, a line 疑似羊毛 of the report counts as it: the label does name that
/// fibre.
final class PartCase {
  private final Part label;
  private final List<Share> declared;
  private final List<Share> measured;
  private final @Nullable Diameter diameter;
  private final List<Share> undeclared = new ArrayList<>(2);

  PartCase(Part label, Part report) {
    this.label = label;
    this.declared = label.shares();
    this.measured = report.shares();
    this.diameter = report.facts().diameter();
    for (Share share : measured) {
      if (share.percent().signum() > 0 && !isDeclared(share.fibre())) {
        undeclared.add(share);
      }
    }
  }

  Part label() {
    return label;
  }

  List<Share> declared() {
    return declared;
  }

  List<Share> measured() {
    return measured;
  }

  /// How fine the cashmere was found to be, if the report says so.
  @Nullable Diameter diameter() {
    return diameter;
  }

  /// What was found and the label does not name, in the order of the report.
  List<Share> undeclared() {
    return undeclared;
  }

  boolean declares(FibreKind kind) {
    return declaredOf(kind) != null;
  }

  @Nullable Share declaredOf(FibreKind kind) {
    for (Share share : declared) {
      if (share.fibre().kind() == kind) {
        return share;
      }
    }
    return null;
  }

  /// The one fibre of a label that says 100 %, or null for a blend.
  @Nullable Fibre pure() {
    return declared.size() == 1 ? declared.getFirst().fibre() : null;
  }

  /// What the report says of a declared fibre; zero if it does not name it.
  BigDecimal measuredOf(Fibre fibre) {
    BigDecimal sum = null;
    for (Share share : measured) {
      if (countsAs(share.fibre(), fibre)) {
        sum = sum == null ? share.percent() : sum.add(share.percent());
      }
    }
    return sum == null ? BigDecimal.ZERO : sum;
  }

  private boolean isDeclared(Fibre fibre) {
    for (Share share : declared) {
      if (countsAs(fibre, share.fibre())) {
        return true;
      }
    }
    return false;
  }

  private static boolean countsAs(Fibre found, Fibre named) {
    return found == named
        || found.name().equals(named.name())
        || (found.kind() == FibreKind.WOOL_LIKE && named.kind() == FibreKind.SHEEP_WOOL);
  }

  static BigDecimal sum(List<Share> shares) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Share share : shares) {
      sum = sum.add(share.percent());
    }
    return sum;
  }
}
