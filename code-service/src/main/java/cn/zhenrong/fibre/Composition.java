package cn.zhenrong.fibre;

import cn.zhenrong.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a label declares: parts whose shares each add up to exactly 100, at most one decimal,
/// standard fibre names only.
public record Composition(List<Part> parts) {
  public Composition {
    parts = List.copyOf(parts);
  }

  /// Reads declared parts.
  ///
  /// @throws Problem invalid-input with paths such as `[0].fibres[1].percent` under the caller's
  ///   own prefix
  public static Composition of(@Nullable List<? extends @Nullable RawPart> parts) {
    return new Composition(PartsReader.read(Strictness.LABEL, parts));
  }

  /// Reads a composition as people write it, such as `大身：95%山羊绒 5%绵羊毛；罗纹：100%棉` or `Cashmere 95
  /// Wool 5`.
  ///
  /// @throws Problem invalid-input on the field itself that says what to write instead, and which
  ///   part or fibre it means
  public static Composition parse(String text) {
    List<RawPart> parts = CompositionParser.parse(text);
    try {
      return of(parts);
    } catch (Problem problem) {
      throw TextProblems.of(problem, parts);
    }
  }

  /// The parts as they go to the outside and into the store.
  public List<RawPart> raw() {
    return parts.stream().map(Part::raw).toList();
  }

  /// The main (first) part.
  public Part main() {
    return parts.getFirst();
  }

  /// One line in Chinese, such as `大身：山羊绒95% 绵羊毛5%；罗纹：棉100%`; a single part named 大身 goes without
  /// its name.
  public String chinese() {
    return String.join("；", chineseParts());
  }

  /// The same, one text a part, for a label that gives each part a line.
  public List<String> chineseParts() {
    return CompositionLine.chinese(parts);
  }

  /// The same in English.
  public String english() {
    return CompositionLine.english(parts);
  }
}
