package cn.zhenrong.conformity;

import cn.zhenrong.problem.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rule set for people to read.
///
/// @param rules in the order of the data
public record RuleBook(RuleSet set, List<Entry> rules) {
  public RuleBook {
    rules = List.copyOf(rules);
  }

  /// One rule.
  ///
  /// @param clause of the standard; null if it is a convention of our own
  /// @param words what it says
  /// @param source where that was read, or why it is not surely known
  public record Entry(
      String id,
      @Nullable String clause,
      Words words,
      List<Number> numbers,
      Confidence confidence,
      Words source) {}

  /// One number inside a rule.
  ///
  /// @param name what it limits
  /// @param text with its sign, such as `±5`
  public record Number(Words name, String text, Confidence confidence, Words source) {}
}
