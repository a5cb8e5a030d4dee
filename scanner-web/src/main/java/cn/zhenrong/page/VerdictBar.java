package cn.zhenrong.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /// The same words for a page that has no photo to compare with.
  public VerdictBar withoutPhoto() {
    return VerdictWords.withoutPhoto(this);
  }

  /// How a composition is to be read under this verdict; null where it is to be read as it stands.
  public @Nullable Wording doubt() {
    String key = "composition.doubt." + situation;
    return PageWords.has(key) ? PageWords.both(key) : null;
  }

  /// Whether it warns: then reporting comes before everything else.
  public boolean warns() {
    return situation.tone() == Tone.CAUTION || situation.tone() == Tone.STOP;
  }

  /// The title in one line, in both languages.
  public Wording title() {
    return headline.title();
  }
}
