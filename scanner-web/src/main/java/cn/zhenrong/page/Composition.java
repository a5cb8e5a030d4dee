package cn.zhenrong.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the label declares beside what the laboratory found, part by part.
///
/// Percentages are exact decimals in text, as printed on label and report.
///
/// @param parts in label order
/// @param standard the standard the label was judged by, such as `GB/T 29862-2013`
public record Composition(List<Part> parts, @Nullable String standard) {

  public Composition {
    parts = List.copyOf(parts);
  }

  /// One part of the garment.
  ///
  /// @param name its name, such as 大身; empty if there is only one
  /// @param declared fibres in label order
  /// @param tested fibres as found; empty if there is no result to show
  /// @param verdict what the standard says of the difference
  /// @param cashmere how much cashmere the report found, a statement apart from the verdict; null
  ///   if none is declared
  public record Part(
      Wording name,
      List<Declared> declared,
      List<Tested> tested,
      Verdict verdict,
      @Nullable Wording cashmere) {

    /// A part that says nothing of cashmere.
    public Part(Wording name, List<Declared> declared, List<Tested> tested, Verdict verdict) {
      this(name, declared, tested, verdict, null);
    }

    /// @throws IllegalArgumentException if nothing is declared
    public Part {
      declared = List.copyOf(declared);
      tested = List.copyOf(tested);
      if (declared.isEmpty()) {
        throw new IllegalArgumentException("a part declares at least one fibre");
      }
    }
  }

  /// A fibre as declared.
  ///
  /// @param name standard name
  /// @param percent declared share
  /// @param band what the report may say; null if no tolerance is known
  public record Declared(Wording name, String percent, @Nullable Band band) {}

  /// The shares the standard allows for one declared fibre, bounds included.
  public record Band(String low, String high) {}

  /// A fibre as found by the laboratory.
  ///
  /// @param name standard name
  /// @param percent measured share
  /// @param most what the standard lets go undeclared, with its sign, such as `≤0.5`; null if that
  ///   is not what it was judged by
  public record Tested(Wording name, String percent, @Nullable String most) {

    /// A fibre that was not judged by what may go undeclared.
    public Tested(Wording name, String percent) {
      this(name, percent, null);
    }
  }

  /// What the standard says of one part.
  public enum Verdict {
    /// Within the tolerances.
    WITHIN,
    /// The rules left it open; the association reviewed it and let it pass.
    REVIEWED,
    /// Beyond a tolerance.
    BEYOND,
    /// There is a result, but it cannot be judged.
    UNDECIDED,
    /// There is nothing to compare with.
    UNTESTED
  }
}
