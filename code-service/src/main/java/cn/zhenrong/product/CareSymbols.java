package cn.zhenrong.product;

import cn.zhenrong.conformity.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The care symbols of GB/T 8685.
final class CareSymbols {
  private static final Set<String> CODES =
      Table.read(CareSymbols.class, "care_symbols.tsv", 3).stream()
          .map(List::getFirst)
          .collect(Collectors.toUnmodifiableSet());

  private CareSymbols() {}

  static boolean isKnown(String code) {
    return CODES.contains(code);
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
