package cn.zhenrong.fibre;

/// The vocabulary of fibres.
public final class Fibres {
  private Fibres() {}

  /// The fibre a label may name so: by standard name, synonym, English name or code, whatever the
  /// case or width.
  ///
  /// @throws cn.zhenrong.problem.Problem invalid-input with code `fibre.trade-name` (offers the
  ///   standard name) or `fibre.unknown`
  public static Fibre onLabel(String name) {
    throw new UnsupportedOperationException("not built yet");
  }

  /// The fibre a report may name so; also knows 疑似羊毛.
  ///
  /// @throws cn.zhenrong.problem.Problem invalid-input as for labels
  public static Fibre onReport(String name) {
    throw new UnsupportedOperationException("not built yet");
  }
}
