package cn.zhenrong.print;

import cn.zhenrong.evidence.Decision;
import cn.zhenrong.evidence.Report;
import cn.zhenrong.fibre.Part;
import cn.zhenrong.fibre.Share;
import cn.zhenrong.problem.Texts;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the gate decided about each declared part, in the words of the public page. Read from the
/// decision as it was kept; nothing is judged again.
///
/// @param reviewed whether a second person of the association approved the batch
record VerdictLines(Decision decision, Report report, boolean reviewed) {
  private static final Texts TEXTS = Texts.beside(VerdictLines.class);

  /// One line a part, told for its first fibre; with the part's name where there are several.
  List<String> of(List<Part> declared) {
    boolean one = declared.size() == 1;
    return declared.stream()
        .map(part -> (one ? "" : part.name() + "：") + line(part, measured(part, one)))
        .toList();
  }

  private String line(Part part, Optional<Part> measured) {
    Share first = part.shares().getFirst();
    String found =
        measured.stream()
            .flatMap(tested -> tested.shares().stream())
            .filter(share -> share.fibre().equals(first.fibre()))
            .map(Share::percentText)
            .findFirst()
            .orElse("0");
    String key = "verdict." + (measured.isEmpty() ? "UNTESTED" : verdict(part.name()));
    return TEXTS
        .words(key, first.fibre().name(), first.percentText(), found, decision.ruleSet())
        .zh();
  }

  private String verdict(String part) {
    return switch (kept(part)) {
      case "PASS" -> "WITHIN";
      case "REVIEW" -> reviewed ? "REVIEWED" : "UNDECIDED";
      case "FAIL" -> "BEYOND";
      default -> "UNDECIDED";
    };
  }

  private String kept(String name) {
    if (decision.json().get("parts") instanceof List<?> parts) {
      for (Object one : parts) {
        if (one instanceof Map<?, ?> part && name.equals(part.get("part"))) {
          return String.valueOf(part.get("verdict"));
        }
      }
    }
    return "";
  }

  /// One part on each side always matches; otherwise the names must.
  private Optional<Part> measured(Part part, boolean one) {
    List<Part> parts = report.measured().parts();
    if (one && parts.size() == 1) {
      return Optional.of(parts.getFirst());
    }
    return parts.stream().filter(p -> plain(p.name()).equals(plain(part.name()))).findFirst();
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
  }
}
