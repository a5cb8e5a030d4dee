package cn.zhenrong.issue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An application as it comes in; nothing here is trusted yet.
///
/// @param profile `signed` if left out
/// @param externalNo the applicant's own number; the same number is the same application
record NewBatch(
    @Nullable String styleId,
    @Nullable String labelId,
    @Nullable String reportId,
    @Nullable String profile,
    @Nullable List<@Nullable NewLine> lines,
    @Nullable String externalNo) {

  /// @param quantity garments of this variant
  /// @param spares labels beyond them, at most as many as garments; none if left out
  record NewLine(
      @Nullable String colour,
      @Nullable String size,
      @Nullable Long quantity,
      @Nullable Long spares) {}
}
