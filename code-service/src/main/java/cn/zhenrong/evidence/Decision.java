package cn.zhenrong.evidence;

import java.util.Map;

/// What the gate decided, kept with the batch and never recomputed.
///
/// @param verdict `PASS`, `FAIL`, `REVIEW` or `INCONCLUSIVE`: the worst of all markets and records
/// @param ruleSet of the verdict that is shown, such as `GB/T 29862-2013`
/// @param edition of that rule set, such as `2013`
/// @param json the whole verdict with its findings, in the shape `POST /api/v1/conformity` answers,
///   and beside it `markets`: the same for each market with its rule set and edition. A batch
///   decided before there were several markets has no such list
public record Decision(String verdict, String ruleSet, String edition, Map<String, Object> json) {}
