package cn.zhenrong.conformity;

import cn.zhenrong.problem.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A standard in one edition that labels can be judged by.
///
/// @param name how callers name it, such as `GB/T 29862-2013`
/// @param id how it is named in an address, such as `gbt-29862-2013`
/// @param market where it holds: `CN`, `EU`, `US` or `JP`
/// @param edition such as `2013`
/// @param inForceUntil last day, or null while it is in force
/// @param source where its dates were read
public record RuleSet(
    String name,
    String id,
    String market,
    String standard,
    String edition,
    LocalDate inForceFrom,
    @Nullable LocalDate inForceUntil,
    Confidence confidence,
    Words title,
    Words source) {

  public boolean isInForce(LocalDate day) {
    return !day.isBefore(inForceFrom) && (inForceUntil == null || !day.isAfter(inForceUntil));
  }

  /// Whether there is a day on which both are in force in one market.
  boolean overlaps(RuleSet other) {
    return market.equals(other.market)
        && (isInForce(other.inForceFrom) || other.isInForce(inForceFrom));
  }
}
