package cn.zhenrong.fibre;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part as it comes from and goes to the outside: texts only, nothing checked. Also the form it
/// is stored in.
///
/// @param part name of the part; may be left out where there is only one
/// @param note words beside the part, such as 装饰纤维除外
public record RawPart(
    @Nullable String part,
    @Nullable List<? extends @Nullable RawShare> fibres,
    @Nullable String note) {

  /// @param percent exact decimal as text, such as `95.0`
  public record RawShare(@Nullable String fibre, @Nullable String percent) {}
}
