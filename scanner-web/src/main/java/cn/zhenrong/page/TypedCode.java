package cn.zhenrong.page;

/// What a reader typed into the form and why it cannot be a code: shown again, to be put right.
///
/// @param text as typed; written into the page escaped
/// @param length how many characters it has without blanks and hyphens
public record TypedCode(String text, int length, Slip slip) {

  /// What is wrong with it.
  public enum Slip {
    /// Not 16 characters.
    LENGTH,
    /// A character that no code has.
    SYMBOL,
    /// A letter of another alphabet, which may look like one of ours.
    LETTER,
    /// Nothing was typed.
    EMPTY,
    /// The last character does not belong to the others: one was misread or two were swapped.
    CHECK
  }
}
