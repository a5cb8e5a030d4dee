package cn.zhenrong.fibre;

import java.util.List;

/// Writes a composition as one line that [CompositionParser] reads again.
final class CompositionLine {
  private CompositionLine() {}

  /// One text a part, in label order.
  static List<String> chinese(List<Part> parts) {
    return parts.stream().map(part -> chinese(part, isNamed(parts))).toList();
  }

  private static String chinese(Part part, boolean named) {
    StringBuilder line = new StringBuilder(named ? part.name() + '：' : "");
    String between = "";
    for (Share share : part.shares()) {
      line.append(between).append(share.fibre().name()).append(share.percentText()).append('%');
      between = " ";
    }
    if (part.note() != null) {
      line.append('（').append(part.note()).append('）');
    }
    return line.toString();
  }

  static String english(List<Part> parts) {
    StringBuilder line = new StringBuilder();
    for (Part part : parts) {
      line.append(line.isEmpty() ? "" : "; ");
      if (isNamed(parts)) {
        line.append(part.name()).append(": ");
      }
      String between = "";
      for (Share share : part.shares()) {
        line.append(between).append(share.percentText()).append("% ");
        line.append(share.fibre().english());
        between = ", ";
      }
      if (part.note() != null) {
        line.append(" (").append(part.note()).append(')');
      }
    }
    return line.toString();
  }

  private static boolean isNamed(List<Part> parts) {
    return parts.size() > 1 || !parts.getFirst().name().equals(PartNames.MAIN);
  }
}
