package cn.zhenrong.conformity;

/// How well a rule, a number or a method is known.
public enum Confidence {
  /// Read in a source.
  CONFIRMED,
  /// The substance was read, or it was read without its clause number.
  PARTLY,
  /// Found in no source: never decides, only sends the case to a person.
  MEMORY,
  /// A convention of this engine, not a claim about a standard.
  ENGINEERING;

  boolean decides() {
    return this != MEMORY;
  }
}
