package cn.zhenrong.fibre;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part as it comes from and goes to the outside: texts only, nothing checked. Also the form it
/// is stored in.
///
/// @param part name of the part; may be left out where there is only one
/// @param note words beside the part, such as 装饰纤维除外
/// @param trim true for a rib, collar, pocket, embroidery and the like
/// @param surface share of the garment's surface in percent, such as `12.5`
/// @param diameter fineness of the cashmere, on a report only
public record RawPart(
    @Nullable String part,
    @Nullable List<? extends @Nullable RawShare> fibres,
    @Nullable String note,
    @Nullable Boolean trim,
    @Nullable String surface,
    @Nullable RawDiameter diameter) {

  /// A part of which only the fibres are known.
  public RawPart(
      @Nullable String part,
      @Nullable List<? extends @Nullable RawShare> fibres,
      @Nullable String note) {
    this(part, fibres, note, null, null, null);
  }

  /// @param percent exact decimal as text, such as `95.0`
  public record RawShare(@Nullable String fibre, @Nullable String percent) {}

  /// @param mean micrometres as text, such as `15.8`
  /// @param over30 percent by mass above 30 micrometres
  /// @param cv coefficient of variation in percent
  public record RawDiameter(@Nullable String mean, @Nullable String over30, @Nullable String cv) {}
}
