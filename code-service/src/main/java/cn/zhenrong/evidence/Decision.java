package cn.zhenrong.evidence;

import java.util.Map;

/// What the gate decided, kept with the batch and never recomputed.
///
/// @param verdict `PASS`, `FAIL`, `REVIEW` or `INCONCLUSIVE`
/// @param ruleSet such as `GB/T 29862-2013`
/// @param edition such as `2013`
/// @param json the whole verdict with its findings, in the shape `POST /api/v1/conformity` answers
public record Decision(String verdict, String ruleSet, String edition, Map<String, Object> json) {}
