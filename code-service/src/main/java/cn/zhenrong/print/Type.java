package cn.zhenrong.print;

import java.util.List;

/// How a text is set.
///
/// @param size type size in points
/// @param leading distance of two baselines in em
record Type(Face face, double size, double leading) {

  /// Width of one line in points.
  double width(String text, Fonts fonts) {
    return fonts.width(face, text) * size;
  }

  /// `text` broken to lines of at most `width` points.
  List<String> lines(String text, double width, Fonts fonts) {
    return LineBreaker.lines(text, width, line -> width(line, fonts));
  }
}
