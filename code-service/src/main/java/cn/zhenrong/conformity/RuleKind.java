package cn.zhenrong.conformity;

import java.util.Locale;

/// How a rule set judges the shares of one part.
enum RuleKind {
  /// China: a tolerance by the size of the declared share.
  BY_SIZE,
  /// EU: extraneous fibre, and one tolerance on what is left.
  BY_EXTRANEOUS,
  /// US: no numeric tolerance where there is wool.
  EXACT,
  /// Japan: a tolerance by the number that is declared.
  BY_NUMBER;

  static RuleKind of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  ShareRules rules(Rules rules, LabelWords words) {
    return switch (this) {
      case BY_SIZE -> new BySizeRules(rules);
      case BY_EXTRANEOUS -> new ByExtraneousRules(rules);
      case EXACT -> new ExactRules(rules);
      case BY_NUMBER -> new ByNumberRules(rules, words);
    };
  }
}
