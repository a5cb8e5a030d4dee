package cn.zhenrong.conformity;

import cn.zhenrong.fibre.RawPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A laboratory's result as it comes from outside, nothing checked.
///
/// @param basis `official-regain` or `net-dry`
public record RawResult(
    @Nullable String method, @Nullable String basis, @Nullable List<@Nullable RawPart> parts) {}
