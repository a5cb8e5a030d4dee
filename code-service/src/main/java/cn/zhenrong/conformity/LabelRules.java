package cn.zhenrong.conformity;

import cn.zhenrong.fibre.FibreKind;
import cn.zhenrong.fibre.Share;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the label alone shows: order (T13), the size of the lump (T9), wording that is not built
/// (U1).
final class LabelRules {
  private final Rule order;
  private final Rule random;
  private final Rule lumps;
  private final Limit mostLumped;

  LabelRules(Rules rules) {
    lumps = rules.rule("T9");
    mostLumped = rules.limit("T9", "lump");
    order = rules.rule("T13");
    random = rules.rule("U1");
  }

  void judge(PartCase one, Notes notes, Findings findings) {
    Share early = outOfOrder(one.declared());
    if (early != null) {
      Facts facts = Facts.of(early.fibre(), early.percent(), null);
      findings.add(order, null, Outcome.FAIL, "order.fail", facts);
    }
    Share lump = one.declaredOf(FibreKind.OTHER);
    if (lump != null && !mostLumped.holdsAtMost(lump.percent())) {
      Facts facts = Facts.of(lump.fibre(), lump.percent(), null);
      findings.add(lumps, mostLumped, Outcome.FAIL, "lump.declared.fail", facts);
    }
    if (notes.random()) {
      findings.add(random, null, Outcome.REVIEW, "random.review", Facts.NONE);
    }
  }

  /// The first fibre that stands behind a smaller one; 其他纤维 may always stand last.
  private static @Nullable Share outOfOrder(List<Share> declared) {
    for (int i = 1; i < declared.size(); i++) {
      Share share = declared.get(i);
      boolean isLastLump = i == declared.size() - 1 && share.fibre().kind() == FibreKind.OTHER;
      if (!isLastLump && share.percent().compareTo(declared.get(i - 1).percent()) > 0) {
        return share;
      }
    }
    return null;
  }
}
