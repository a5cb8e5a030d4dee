package cn.zhenrong.fibre;

import org.jspecify.annotations.Nullable;

/// The words people put around a fibre's name: 含, 含量, 纯, `and`, `pure` and their like.
final class FibreWords {
  private static final String[] BEFORE = {"含有", "含", "contains ", "containing ", "and "};
  private static final String[] AFTER = {"含量为", "含量", "含", "占", "为", " content", " and"};
  private static final String[] PURE = {"纯", "全", "pure ", "all "};

  private FibreWords() {}

  /// Whether the text is a fibre's name, with words around it or not.
  static boolean isFibre(String text) {
    return Fibres.find(name(text.strip())) != null;
  }

  /// The name without words around it; the text itself if it is a name as it stands.
  static String name(String text) {
    if (Fibres.find(text) != null) {
      return text;
    }
    String name = text;
    for (String word : BEFORE) {
      if (starts(name, word)) {
        name = name.substring(word.length());
        break;
      }
    }
    for (String word : AFTER) {
      int end = name.length() - word.length();
      if (end >= 0 && name.regionMatches(true, end, word, 0, word.length())) {
        name = name.substring(0, end);
        break;
      }
    }
    return name.strip();
  }

  /// Whether there is more than one word, and each is a fibre's name.
  static boolean areSeveral(String text) {
    if (text.indexOf(' ') < 0 || Fibres.find(text) != null) {
      return false;
    }
    for (String word : text.split(" +", -1)) {
      if (Fibres.find(word) == null) {
        return false;
      }
    }
    return true;
  }

  /// Whether the word only says that a list follows.
  static boolean isContains(String text) {
    return text.equals("含")
        || text.equals("含有")
        || text.equalsIgnoreCase("contains")
        || text.equalsIgnoreCase("containing");
  }

  /// What follows 纯, 全, `pure` or `all`, or null if the name does not claim to be all there is.
  static @Nullable String afterPure(String name) {
    for (String word : PURE) {
      if (starts(name, word) && name.length() > word.length()) {
        return name.substring(word.length()).strip();
      }
    }
    return null;
  }

  private static boolean starts(String text, String word) {
    return text.regionMatches(true, 0, word, 0, word.length());
  }
}
