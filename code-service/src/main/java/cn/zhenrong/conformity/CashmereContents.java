package cn.zhenrong.conformity;

import cn.zhenrong.fibre.FibreKind;
import cn.zhenrong.fibre.Share;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Draws the statement about cashmere from a part that was judged.
final class CashmereContents {
  private CashmereContents() {}

  /// @return null if the label declares no cashmere or the report found none
  static @Nullable CashmereContent of(PartCase one, PartVerdict verdict) {
    Share declared = one.declaredOf(FibreKind.CASHMERE);
    if (declared == null) {
      return null;
    }
    BigDecimal measured = one.measuredOf(declared.fibre());
    String text = Facts.text(measured);
    if (measured.signum() == 0 || text == null) {
      return null;
    }
    boolean over = verdict.outcome() == Outcome.FAIL && isOver(declared.fibre().name(), verdict);
    return new CashmereContent(one.label().name(), text, over);
  }

  /// Whether cashmere fails upwards and everything else that fails does so downwards.
  private static boolean isOver(String cashmere, PartVerdict verdict) {
    boolean over = false;
    for (Finding finding : verdict.findings()) {
      if (finding.outcome() != Outcome.FAIL) {
        continue;
      }
      String declared = finding.declared();
      String measured = finding.measured();
      if (declared == null || measured == null) {
        return false;
      }
      int sign = new BigDecimal(measured).compareTo(new BigDecimal(declared));
      boolean isCashmere = cashmere.equals(finding.fibre());
      if (sign == 0 || isCashmere != sign > 0) {
        return false;
      }
      over |= isCashmere;
    }
    return over;
  }
}
