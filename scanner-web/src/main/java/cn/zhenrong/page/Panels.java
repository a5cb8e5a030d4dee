package cn.zhenrong.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The facts below the composition, each left out when it is not known.
///
/// @param report the laboratory report behind the label
/// @param spotChecks spot checks of this batch by the regulator, newest first
/// @param maker who made it
/// @param style what it should look like
/// @param queries who has asked before
/// @param more what the maker tells whoever has the garment
public record Panels(
    @Nullable ReportPanel report,
    List<SpotCheck> spotChecks,
    @Nullable MakerPanel maker,
    @Nullable StylePanel style,
    @Nullable QueryRecord queries,
    @Nullable FromMaker more) {

  /// Nothing known.
  public static final Panels NONE = new Panels(null, List.of(), null, null, null);

  /// Panels without a word of the maker's.
  public Panels(
      @Nullable ReportPanel report,
      List<SpotCheck> spotChecks,
      @Nullable MakerPanel maker,
      @Nullable StylePanel style,
      @Nullable QueryRecord queries) {
    this(report, spotChecks, maker, style, queries, null);
  }

  public Panels {
    spotChecks = List.copyOf(spotChecks);
  }
}
