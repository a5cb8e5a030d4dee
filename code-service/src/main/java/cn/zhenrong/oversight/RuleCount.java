package cn.zhenrong.oversight;

import cn.zhenrong.scan.CloneRule;

/// What became of a rule's alerts.
///
/// @param codes in all of them
/// @param closed by a person
/// @param falseAlarms of those closed
record RuleCount(
    CloneRule rule, long alerts, long codes, long hits, long closed, long falseAlarms) {

  static RuleCount none(CloneRule rule) {
    return new RuleCount(rule, 0, 0, 0, 0, 0);
  }
}
