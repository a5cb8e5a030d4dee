package cn.zhenrong.conformity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The test methods the engine knows, by standard number whatever the edition.
final class Methods {
  private static final int MOST_KEPT = 1000;
  private static final int LONGEST_KEPT = 200;

  private record Method(String number, Resolution resolution) {}

  private final List<Method> methods = new ArrayList<>();
  // The same few texts come again and again; the bound keeps a stranger from filling the heap.
  private final Map<String, Resolution> kept = new ConcurrentHashMap<>();

  /// @param rows method, family, confidence, source
  Methods(List<List<String>> rows) {
    for (List<String> row : rows) {
      String family = row.get(1).toUpperCase(Locale.ROOT);
      methods.add(new Method(plain(row.getFirst()), Resolution.valueOf(family)));
    }
  }

  /// The best that the methods named in a text can do together.
  ///
  /// @param text one or several numbers, parted in any way, such as `GB/T 16988-2013、GB/T 2910.4`
  Resolution resolution(@Nullable String text) {
    if (text == null) {
      return Resolution.NOTHING;
    }
    Resolution known = kept.get(text);
    if (known != null) {
      return known;
    }
    Resolution found = read(text);
    if (text.length() <= LONGEST_KEPT && kept.size() < MOST_KEPT) {
      kept.put(text, found);
    }
    return found;
  }

  private Resolution read(String text) {
    String wide = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    Resolution best = Resolution.NOTHING;
    for (Method method : methods) {
      if (method.resolution().compareTo(best) > 0 && names(wide, method.number())) {
        best = method.resolution();
      }
    }
    return best;
  }

  private static boolean names(String text, String number) {
    for (int at = 0; at < text.length(); at++) {
      if ((at == 0 || !isAlphanumeric(text.charAt(at - 1))) && startsAt(text, at, number)) {
        return true;
      }
    }
    return false;
  }

  /// Whether `number` stands at `at`, with any slashes, hyphens and spaces between its symbols, and
  /// ends there: GB/T 2910 does not stand in GB/T 29100.
  private static boolean startsAt(String text, int at, String number) {
    int i = at;
    for (int n = 0; n < number.length(); n++) {
      while (n > 0 && i < text.length() && isFiller(text.charAt(i))) {
        i++;
      }
      if (i == text.length() || text.charAt(i) != number.charAt(n)) {
        return false;
      }
      i++;
    }
    return i == text.length() || !isAlphanumeric(text.charAt(i));
  }

  private static String plain(String number) {
    StringBuilder plain = new StringBuilder();
    for (char c : number.toCharArray()) {
      if (!isFiller(c)) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static boolean isFiller(char c) {
    return c == '/' || c == '-' || c == '‐' || c == '–' || c == '—' || Character.isWhitespace(c);
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  }
}
