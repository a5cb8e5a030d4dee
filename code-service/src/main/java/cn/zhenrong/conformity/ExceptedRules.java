package cn.zhenrong.conformity;

import cn.zhenrong.fibre.Share;
import java.math.BigDecimal;
import java.util.List;

/// T7: fibres the label excepts are left out of the total, up to a limit.
final class ExceptedRules {
  private final Rule rule;
  private final Limit most;

  ExceptedRules(Rules rules) {
    rule = rules.rule("T7");
    most = rules.limit("T7", "share");
  }

  /// Notes whether the excepted fibres keep within their limit.
  ///
  /// @return what counts without them
  Left leaveOut(List<Share> excepted, Findings findings) {
    if (excepted.isEmpty()) {
      return Left.ALL;
    }
    BigDecimal total = PartCase.sum(excepted);
    Facts facts = Facts.together(excepted, total);
    findings.check(most.holdsAtMost(total), rule, most, "excepted", facts);
    return Left.ALL.without(excepted);
  }
}
