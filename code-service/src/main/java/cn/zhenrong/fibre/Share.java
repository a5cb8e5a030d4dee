package cn.zhenrong.fibre;

import java.math.BigDecimal;

/// One fibre's share of a part, in percent by mass.
public record Share(Fibre fibre, BigDecimal percent) {}
