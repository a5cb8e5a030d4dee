package cn.zhenrong.conformity;

import org.jspecify.annotations.Nullable;

/// [Goods] as they come from outside, nothing checked.
///
/// @param spinning `carded` or `combed`
/// @param ageGroup `infant`, `child` or `adult`
public record RawGoods(
    @Nullable String standard, @Nullable String spinning, @Nullable String ageGroup) {}
