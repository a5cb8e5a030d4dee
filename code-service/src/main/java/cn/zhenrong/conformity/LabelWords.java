package cn.zhenrong.conformity;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Words in a label's note or in the name of a part that change which rule applies.
final class LabelWords {
  private final List<List<String>> rows;

  /// @param rows meaning, word
  LabelWords(List<List<String>> rows) {
    this.rows = rows;
  }

  /// Whether the text holds a word of that meaning.
  boolean say(String meaning, @Nullable String text) {
    if (text == null) {
      return false;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    for (List<String> row : rows) {
      if (row.getFirst().equals(meaning) && lower.contains(row.get(1))) {
        return true;
      }
    }
    return false;
  }
}
