package cn.zhenrong.conformity;

import cn.zhenrong.fibre.Part;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which result belongs to which declared part: by name, and one part on each side always together.
///
/// @param results for each declared part its result or null
/// @param undeclared results no part of the label goes with
record PartMatch(List<@Nullable Part> results, List<Part> undeclared) {

  static PartMatch of(List<Part> label, List<Part> report) {
    if (label.size() == 1 && report.size() == 1) {
      List<@Nullable Part> only = new ArrayList<>(1);
      only.add(report.getFirst());
      return new PartMatch(only, List.of());
    }
    List<Part> left = new ArrayList<>(report);
    List<@Nullable Part> results = new ArrayList<>(label.size());
    for (Part part : label) {
      results.add(take(part.name(), left));
    }
    return new PartMatch(results, left);
  }

  private static @Nullable Part take(String name, List<Part> left) {
    for (int i = 0; i < left.size(); i++) {
      if (isSame(left.get(i).name(), name)) {
        return left.remove(i);
      }
    }
    return null;
  }

  private static boolean isSame(String one, String other) {
    return one.equals(other) || fold(one).equals(fold(other));
  }

  private static String fold(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }
}
