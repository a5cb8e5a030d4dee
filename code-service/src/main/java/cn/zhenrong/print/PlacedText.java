package cn.zhenrong.print;

/// One line of text on a label. Points, from the top left corner.
///
/// @param size type size
/// @param x left end
/// @param baseline distance of the baseline from the top
record PlacedText(Face face, double size, double x, double baseline, String text) {}
