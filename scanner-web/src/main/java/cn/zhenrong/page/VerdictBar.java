package cn.zhenrong.page;

import java.util.List;

/// The verdict on one code in words: shown first on the page, and as `verdict` in the public JSON.
///
/// @param situation what can be said of the code; its name is the verdict code
/// @param headline the title in pieces
/// @param observed what is unusual about the checks; empty unless a clone is suspected
/// @param advice one to three lines: what to compare and what to do next
public record VerdictBar(
    Situation situation, Headline headline, List<Wording> observed, List<Wording> advice) {

  public VerdictBar {
    observed = List.copyOf(observed);
    advice = List.copyOf(advice);
  }

  /// The words of a situation that mentions nothing.
  public static VerdictBar of(Situation situation) {
    return of(situation, VerdictFacts.NONE);
  }

  /// The words of a situation with what is known put in.
  public static VerdictBar of(Situation situation, VerdictFacts facts) {
    return VerdictWords.bar(situation, facts);
  }

  /// The title in one line, in both languages.
  public Wording title() {
    return headline.title();
  }
}
