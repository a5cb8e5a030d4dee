package cn.zhenrong.conformity;

import cn.zhenrong.fibre.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// G7: percentages of one basis are not compared with those of the other. Shows how far a
/// conversion would shift them; the allowances are those of the European regulation, and the words
/// say so, so the shifted numbers decide nothing.
final class BasisRule {
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final Rule rule;

  BasisRule(Rules rules) {
    rule = rules.rule("G7");
  }

  /// Notes a mix of bases.
  ///
  /// @return whether there is one
  boolean isMixed(PartCase one, Basis label, Basis report, Findings findings) {
    if (label == report) {
      return false;
    }
    List<Share> converted = converted(one.measured(), label);
    String key = label == Basis.NET_DRY ? "basis.label-net-dry" : "basis.report-net-dry";
    if (converted == null) {
      findings.addTold(rule, Outcome.INCONCLUSIVE, key, Facts.NONE, null);
    } else {
      Facts told = new Facts(line(converted, false), line(converted, true), null, null, null);
      findings.addTold(rule, Outcome.INCONCLUSIVE, key + ".converted", told, told.zh());
    }
    return true;
  }

  /// The measured shares on the label's basis, to two decimals; null if an allowance is unknown.
  private static @Nullable List<Share> converted(List<Share> measured, Basis to) {
    List<Share> weighed = new ArrayList<>();
    for (Share share : measured) {
      BigDecimal allowance = share.fibre().allowance();
      if (allowance == null) {
        return null;
      }
      BigDecimal factor = HUNDRED.add(allowance);
      BigDecimal mass =
          to == Basis.OFFICIAL_REGAIN
              ? share.percent().multiply(factor)
              : share.percent().divide(factor, 12, RoundingMode.HALF_EVEN);
      weighed.add(new Share(share.fibre(), mass));
    }
    BigDecimal total = PartCase.sum(weighed);
    if (total.signum() == 0) {
      return null;
    }
    return weighed.stream()
        .map(s ->
            new Share(
                s.fibre(), s.percent().multiply(HUNDRED).divide(total, 2, RoundingMode.HALF_UP)))
        .toList();
  }

  private static String line(List<Share> shares, boolean english) {
    StringBuilder line = new StringBuilder();
    for (Share share : shares) {
      String name = english ? share.fibre().english() : share.fibre().name();
      line.append(line.isEmpty() ? "" : english ? ", " : "、")
          .append(name)
          .append(' ')
          .append(share.percent().toPlainString());
    }
    return line.toString();
  }
}
