package cn.zhenrong.fibre;

import java.math.BigDecimal;

/// One fibre's share of a part, in percent by mass.
public record Share(Fibre fibre, BigDecimal percent) {
  /// The percent as plain digits: `95`, `69.5`, `0.05`.
  public String percentText() {
    return Percents.plain(percent);
  }
}
