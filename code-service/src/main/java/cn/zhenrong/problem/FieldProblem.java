package cn.zhenrong.problem;

/// What is wrong with one field of the input. Never carries the value itself.
///
/// @param field path in the request, such as `parts[0].fibres[1].percent`
/// @param code stable name of the rule that was broken, such as `composition.sum`
/// @param words the rule, and what to write instead
public record FieldProblem(String field, String code, Words words) {}
