package cn.zhenrong.conformity;

import cn.zhenrong.problem.Words;
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

  private final List<MethodEntry> entries = new ArrayList<>();
  private final List<Method> methods = new ArrayList<>();
  // The same few texts come again and again; the bound keeps a stranger from filling the heap.
  private final Map<String, Resolution> kept = new ConcurrentHashMap<>();

  /// @param rows method, family, confidence, source (two)
  Methods(List<List<String>> rows) {
    for (List<String> row : rows) {
      String family = row.get(1).toUpperCase(Locale.ROOT);
      Resolution resolution = Resolution.valueOf(family);
      entries.add(
          new MethodEntry(
              row.getFirst(),
              resolution.words(),
              Rules.confidence(row.get(2)),
              new Words(row.get(3), row.get(4))));
      methods.add(new Method(StandardNumber.plain(row.getFirst()), resolution));
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

  List<MethodEntry> entries() {
    return List.copyOf(entries);
  }

  int keptTexts() {
    return kept.size();
  }

  private Resolution read(String text) {
    String wide = StandardNumber.fold(text);
    Resolution best = Resolution.NOTHING;
    for (Method method : methods) {
      if (method.resolution().compareTo(best) > 0
          && StandardNumber.standsIn(wide, method.number())) {
        best = method.resolution();
      }
    }
    return best;
  }
}
