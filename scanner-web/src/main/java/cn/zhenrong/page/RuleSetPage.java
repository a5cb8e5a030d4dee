package cn.zhenrong.page;

import cn.zhenrong.page.RulesPage.Confidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One rule set with all its rules.
///
/// @param frame language, host and the switch to the other language
/// @param backUrl the list of rule sets; a path of this site
public record RuleSetPage(
    Frame frame, RulesPage.RuleSetView set, List<RuleView> rules, String backUrl) {

  /// @throws IllegalArgumentException if the URL leaves this site
  public RuleSetPage {
    rules = List.copyOf(rules);
    Addresses.requireLocal(backUrl);
  }

  /// One rule.
  ///
  /// @param clause of the standard; null for a convention of this service
  /// @param words what it says
  /// @param source where that was read
  public record RuleView(
      String id,
      @Nullable String clause,
      Wording words,
      List<NumberView> numbers,
      Confidence confidence,
      Wording source) {

    public RuleView {
      numbers = List.copyOf(numbers);
    }
  }

  /// One number inside a rule.
  ///
  /// @param name what it limits
  /// @param text with its sign, such as `±5`
  public record NumberView(Wording name, String text, Confidence confidence) {}
}
