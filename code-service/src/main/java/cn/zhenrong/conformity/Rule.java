package cn.zhenrong.conformity;

import cn.zhenrong.problem.Words;
import org.jspecify.annotations.Nullable;

/// One rule of a rule set, as its data says.
///
/// @param id such as `T5a`
/// @param clause of the standard, such as `7.4`
/// @param words what it says
/// @param source where that was read
record Rule(String id, @Nullable String clause, Confidence confidence, Words words, Words source) {

  /// A rule the engine needs and the rule set does not have: it can only ask for a person.
  static Rule notBuilt(String id) {
    Words none = new Words("本规则集没有此条", "not in this rule set");
    return new Rule(id, null, Confidence.MEMORY, none, none);
  }
}
