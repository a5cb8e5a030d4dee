package cn.zhenrong.page;

import java.util.ArrayList;
import java.util.List;

/// The verdict on one code in words: shown first on the page, and as `verdict` in the public JSON.
///
/// @param situation what can be said of the code; its name is the verdict code
/// @param headline the title in pieces
/// @param advice one to three lines: what to compare and what to do next
public record VerdictBar(Situation situation, Headline headline, List<Wording> advice) {

  public VerdictBar {
    advice = List.copyOf(advice);
  }

  /// The words of a situation that mentions nothing.
  public static VerdictBar of(Situation situation) {
    return of(situation, VerdictFacts.NONE);
  }

  /// The words of a situation with what is known put in.
  public static VerdictBar of(Situation situation, VerdictFacts facts) {
    List<Wording> advice = new ArrayList<>();
    for (int line = 1; PageWords.has(situation + ".advice." + line); line++) {
      advice.add(wording(situation + ".advice." + line, facts));
    }
    return new VerdictBar(situation, Headline.of(situation + ".title", facts), advice);
  }

  /// The title in one line, in both languages.
  public Wording title() {
    return headline.title();
  }

  private static Wording wording(String key, VerdictFacts facts) {
    return new Wording(
        PageWords.text(Language.ZH, key, facts.arguments(Language.ZH)),
        PageWords.text(Language.EN, key, facts.arguments(Language.EN)));
  }
}
