package cn.zhenrong.evidence;

import cn.zhenrong.conformity.Conformity;
import cn.zhenrong.conformity.MethodEntry;
import cn.zhenrong.conformity.RuleBook;
import cn.zhenrong.conformity.RuleSet;
import cn.zhenrong.problem.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The rules as JSON. `confidence` is `confirmed`, `partly`, `memory` (only ever asks for a person)
/// or `engineering` (a convention of ours).
record RulesAnswer(List<SetAnswer> ruleSets, List<MethodAnswer> methods) {

  /// @param inForce whether new verdicts go by it today
  record SetAnswer(
      String name,
      String id,
      String market,
      String standard,
      String edition,
      Words title,
      LocalDate inForceFrom,
      @Nullable LocalDate inForceUntil,
      boolean inForce,
      String confidence,
      Words source,
      List<RuleAnswer> rules) {}

  record RuleAnswer(
      String id,
      @Nullable String clause,
      Words words,
      List<NumberAnswer> numbers,
      String confidence,
      Words source) {}

  /// @param text with its sign, such as `±5`
  record NumberAnswer(Words name, String text, String confidence, Words source) {}

  record MethodAnswer(String number, Words supports, String confidence, Words source) {}

  static RulesAnswer of(Conformity conformity, LocalDate today) {
    return new RulesAnswer(
        conformity.books().stream().map(book -> set(book, today)).toList(),
        conformity.methods().stream().map(RulesAnswer::method).toList());
  }

  private static SetAnswer set(RuleBook book, LocalDate today) {
    RuleSet set = book.set();
    return new SetAnswer(
        set.name(),
        set.id(),
        set.market(),
        set.standard(),
        set.edition(),
        set.title(),
        set.inForceFrom(),
        set.inForceUntil(),
        set.isInForce(today),
        word(set.confidence()),
        set.source(),
        book.rules().stream().map(RulesAnswer::rule).toList());
  }

  private static RuleAnswer rule(RuleBook.Entry rule) {
    return new RuleAnswer(
        rule.id(),
        rule.clause(),
        rule.words(),
        rule.numbers().stream()
            .map(n -> new NumberAnswer(n.name(), n.text(), word(n.confidence()), n.source()))
            .toList(),
        word(rule.confidence()),
        rule.source());
  }

  private static MethodAnswer method(MethodEntry method) {
    return new MethodAnswer(
        method.number(), method.supports(), word(method.confidence()), method.source());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
