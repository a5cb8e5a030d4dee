package cn.zhenrong.product;

import cn.zhenrong.conformity.Table;
import cn.zhenrong.problem.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The care symbols of GB/T 8685.
final class CareSymbols {
  private static final Map<String, Words> WORDS =
      Table.read(CareSymbols.class, "care_symbols.tsv", 3).stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  List::getFirst, row -> new Words(row.get(1), row.get(2))));

  private CareSymbols() {}

  /// The words of a known symbol.
  static Words words(String code) {
    return Objects.requireNonNull(WORDS.get(code));
  }

  static boolean isKnown(String code) {
    return WORDS.containsKey(code);
  }

  /// Whether no two symbols speak of the same treatment.
  static boolean areDistinct(List<String> codes) {
    return groups(codes).size() == codes.size();
  }

  /// Whether washing, bleaching, drying, ironing and professional care each have a symbol.
  static boolean areComplete(List<String> codes) {
    Set<String> groups = groups(codes);
    return groups.containsAll(List.of("wash", "bleach", "iron"))
        && (groups.contains("dry") || groups.contains("tumble"))
        && (groups.contains("dryclean") || groups.contains("wetclean"));
  }

  private static Set<String> groups(List<String> codes) {
    Set<String> groups = new HashSet<>();
    for (String code : codes) {
      groups.add(code.substring(0, code.indexOf('-')));
    }
    return groups;
  }
}
