package cn.zhenrong.print;

import java.util.ArrayList;
import java.util.List;

/// Words that are set, measured from their own top left corner.
///
/// @param width of the longest line in points
record SetText(List<PlacedText> texts, double width, double height) {
  static final SetText NOTHING = new SetText(List.of(), 0, 0);

  SetText {
    texts = List.copyOf(texts);
  }

  /// The same words with others, whose corner lies at (`x`, `y`).
  SetText with(SetText others, double x, double y) {
    List<PlacedText> all = new ArrayList<>(texts);
    all.addAll(others.at(x, y));
    return new SetText(all, Math.max(width, x + others.width), Math.max(height, y + others.height));
  }

  /// The words where the corner lies at (`x`, `y`).
  List<PlacedText> at(double x, double y) {
    return texts.stream()
        .map(text ->
            new PlacedText(
                text.face(), text.size(), x + text.x(), y + text.baseline(), text.text()))
        .toList();
  }
}
