package cn.zhenrong.conformity;

import org.jspecify.annotations.Nullable;

/// What is known of the goods beside label and report.
///
/// @param standard product standard the label cites, such as `FZ/T 73009-2021`; one that is not
///   known adds nothing
/// @param spinning how the yarn was spun
/// @param ageGroup whom they are made for
public record Goods(
    @Nullable String standard, @Nullable Spinning spinning, @Nullable AgeGroup ageGroup) {
  /// Nothing is known.
  public static final Goods NONE = new Goods(null, null, null);
}
