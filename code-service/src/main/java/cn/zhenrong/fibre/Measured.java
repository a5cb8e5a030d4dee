package cn.zhenrong.fibre;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a laboratory measured: parts whose shares each add up to 99.8 to 100.2, at most two
/// decimals, zero allowed.
public record Measured(List<Part> parts) {
  public Measured {
    parts = List.copyOf(parts);
  }

  /// Reads measured parts.
  ///
  /// @throws cn.zhenrong.problem.Problem invalid-input with paths such as `[0].fibres[1].percent`
  public static Measured of(@Nullable List<? extends @Nullable RawPart> parts) {
    return new Measured(PartsReader.read(Strictness.REPORT, parts));
  }

  /// One text a part in Chinese, as [Composition#chineseParts] writes what is declared.
  public List<String> chineseParts() {
    return CompositionLine.chinese(parts);
  }

  /// The parts as they go to the outside and into the store.
  public List<RawPart> raw() {
    return parts.stream().map(Part::raw).toList();
  }
}
