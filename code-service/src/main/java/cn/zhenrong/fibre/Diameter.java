package cn.zhenrong.fibre;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// How fine the cashmere of a part was found to be; a figure the report does not give is null.
///
/// @param mean mean fibre diameter in micrometres
/// @param over30 fibre thicker than 30 micrometres, in percent by mass
/// @param cv coefficient of variation around the mean, in percent
public record Diameter(
    @Nullable BigDecimal mean, @Nullable BigDecimal over30, @Nullable BigDecimal cv) {}
