package cn.zhenrong.conformity;

import org.jspecify.annotations.Nullable;

/// One rule of a rule set, as its data says.
///
/// @param id such as `T5a`
/// @param clause of the standard, such as `7.4`
record Rule(String id, @Nullable String clause, Confidence confidence, String source) {

  /// A rule the engine needs and the rule set does not have: it can only ask for a person.
  static Rule notBuilt(String id) {
    return new Rule(id, null, Confidence.MEMORY, "not in this rule set");
  }
}
