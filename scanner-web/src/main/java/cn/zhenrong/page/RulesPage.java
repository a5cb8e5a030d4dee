package cn.zhenrong.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rule sets labels are judged by, and the test methods that can carry a claim.
///
/// @param frame language, host and the switch to the other language
public record RulesPage(Frame frame, List<RuleSetView> sets, List<MethodView> methods) {

  public RulesPage {
    sets = List.copyOf(sets);
    methods = List.copyOf(methods);
  }

  /// One rule set without its rules.
  ///
  /// @param name such as `GB/T 29862-2013`
  /// @param market `CN`, `EU`, `US` or `JP`
  /// @param standard without its edition, or several
  /// @param from first day in force, ISO 8601
  /// @param until last day in force; null while it is
  /// @param inForce whether new verdicts go by it
  /// @param url its own page; a path of this site
  public record RuleSetView(
      String name,
      Wording title,
      String market,
      String standard,
      String edition,
      String from,
      @Nullable String until,
      boolean inForce,
      Confidence confidence,
      Wording source,
      String url) {

    /// @throws IllegalArgumentException if the URL leaves this site
    public RuleSetView {
      Addresses.requireLocal(url);
    }
  }

  /// One test method.
  ///
  /// @param number such as `GB/T 16988`
  /// @param supports what a report by it can support
  public record MethodView(String number, Wording supports, Confidence confidence) {}

  /// How well something is known.
  public enum Confidence {
    CONFIRMED,
    PARTLY,
    MEMORY,
    ENGINEERING
  }
}
