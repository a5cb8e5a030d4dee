package cn.zhenrong.conformity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Words in a label's note or in the name of a part that change which rule applies.
final class LabelWords {
  private final Map<String, List<String>> byMeaning = new HashMap<>();

  /// @param rows meaning, word
  LabelWords(List<List<String>> rows) {
    for (List<String> row : rows) {
      byMeaning.computeIfAbsent(row.getFirst(), meaning -> new ArrayList<>()).add(row.get(1));
    }
  }

  /// Whether the text holds a word of that meaning.
  boolean say(String meaning, @Nullable String text) {
    if (text == null) {
      return false;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    for (String word : byMeaning.getOrDefault(meaning, List.of())) {
      if (lower.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
