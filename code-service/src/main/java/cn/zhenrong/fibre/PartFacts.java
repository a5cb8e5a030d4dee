package cn.zhenrong.fibre;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What is known of a part beside its fibres.
///
/// @param trim whether it was entered as a trim: rib, collar, pocket, embroidery and the like
/// @param surface its share of the garment's surface in percent
/// @param diameter how fine its cashmere is; on a report only
public record PartFacts(boolean trim, @Nullable BigDecimal surface, @Nullable Diameter diameter) {
  /// Nothing is known.
  public static final PartFacts NONE = new PartFacts(false, null, null);
}
