package cn.zhenrong.conformity;

import cn.zhenrong.problem.Words;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What one rule says about one part, with the numbers it rests on.
///
/// @param rule such as `T4`
/// @param clause of the standard, such as `7.3`
/// @param fibre standard Chinese name, several joined by 、
/// @param declared percent on the label, exact decimal
/// @param measured percent in the report as printed, exact decimal
/// @param allowed the limit with its sign, such as `±5`
/// @param laidOut lays out [#words()] when somebody reads them
public record Finding(
    String rule,
    @Nullable String clause,
    @Nullable String fibre,
    @Nullable String declared,
    @Nullable String measured,
    @Nullable String allowed,
    Outcome outcome,
    Supplier<Words> laidOut) {

  /// The finding in words a workshop owner understands.
  public Words words() {
    return laidOut.get();
  }
}
