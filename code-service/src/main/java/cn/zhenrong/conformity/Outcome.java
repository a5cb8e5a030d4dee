package cn.zhenrong.conformity;

/// How a rule, a part or a garment came out, from best to worst.
public enum Outcome {
  PASS,
  /// A person has to decide: the rule is not known well enough.
  REVIEW,
  /// The report cannot carry the claim either way.
  INCONCLUSIVE,
  FAIL;

  /// The worse of the two; a garment is as good as its worst part.
  public Outcome worse(Outcome other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
