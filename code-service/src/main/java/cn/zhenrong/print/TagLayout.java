package cn.zhenrong.print;

import java.util.List;

/// Where everything on one hang tag goes. Points, from the top left corner.
record TagLayout(SymbolPlace symbol, List<PlacedText> texts, List<Rule> rules) {

  /// A thin horizontal line.
  record Rule(double x, double y, double width) {}
}
