package cn.zhenrong.print;

import java.util.List;
import java.util.Optional;

/// One page as it is to be drawn.
///
/// @param width millimetres
/// @param height millimetres
record Sheet(
    double width,
    double height,
    Optional<SymbolPlace> symbol,
    List<PlacedText> texts,
    List<TagLayout.Rule> rules) {}
