package cn.zhenrong.conformity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A standard in one edition that labels can be judged by.
///
/// @param name how callers name it, such as `GB/T 29862-2013`
/// @param edition such as `2013`
/// @param inForceUntil last day, or null while it is in force
public record RuleSet(
    String name,
    String standard,
    String edition,
    LocalDate inForceFrom,
    @Nullable LocalDate inForceUntil) {

  public boolean isInForce(LocalDate day) {
    return !day.isBefore(inForceFrom) && (inForceUntil == null || !day.isAfter(inForceUntil));
  }
}
