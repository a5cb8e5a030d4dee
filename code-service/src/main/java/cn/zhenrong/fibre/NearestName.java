package cn.zhenrong.fibre;

import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody who wrote an unknown name most likely meant.
final class NearestName {
  /// Names that say "like" or "imitation" must not be led towards the real thing.
  private static final String IMITATION = "仿类似假感人";

  private NearestName() {}

  /// The fibre whose name is at most one character away (two in a Latin name of six or more), or
  /// null. A short name is too easily near another to guess.
  static @Nullable Fibre of(String key, Map<String, Fibre> names) {
    if (key.length() < 3 || key.chars().anyMatch(c -> IMITATION.indexOf(c) >= 0)) {
      return null;
    }
    int allowed = key.length() >= 6 && key.charAt(0) < 0x80 ? 2 : 1;
    return names.entrySet().stream()
        .filter(name -> name.getKey().length() >= 3)
        .filter(name -> Math.abs(name.getKey().length() - key.length()) <= allowed)
        .filter(name -> name.getValue().kind() != FibreKind.WOOL_LIKE)
        .filter(name -> distance(key, name.getKey()) <= allowed)
        .min(
            Comparator.<Map.Entry<String, Fibre>>comparingInt(name -> distance(key, name.getKey()))
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getValue)
        .orElse(null);
  }

  /// Levenshtein distance: single characters put in, left out or changed.
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
