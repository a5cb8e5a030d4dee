package cn.zhenrong.print;

import java.util.List;
import java.util.Optional;

/// Where everything on one hang tag goes. Points, from the top left corner.
record TagLayout(SymbolPlace symbol, List<PlacedText> texts, List<Rule> rules) {

  /// The tag as the sheet it is printed on.
  Sheet sheet() {
    return new Sheet(Paper.WIDTH, Paper.HEIGHT, Optional.of(symbol), texts, rules);
  }

  /// A thin line across or, with a height, down.
  record Rule(double x, double y, double width, double height) {
    /// A line across.
    Rule(double x, double y, double width) {
      this(x, y, width, 0);
    }
  }
}
