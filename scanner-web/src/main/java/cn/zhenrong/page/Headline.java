package cn.zhenrong.page;

/// The words of a verdict bar in three pieces, so that the page can set the first one large.
///
/// @param lead the words read in one second
/// @param joint the sign between lead and rest when both stand in one line; may be empty
/// @param rest what qualifies the lead; may be empty
public record Headline(Wording lead, Wording joint, Wording rest) {

  /// The whole title in one line.
  public Wording title() {
    return lead.then(joint).then(rest);
  }

  /// Reads a pattern `lead|joint|rest` (or only a lead). It is cut before the arguments are put in,
  /// so no argument can move the cut.
  static Headline of(String key, VerdictFacts facts) {
    String[][] pieces = new String[Language.values().length][];
    for (Language language : Language.values()) {
      String[] cut = PageWords.pattern(language, key).split("\\|", -1);
      String[] three = {"", "", ""};
      for (int i = 0; i < cut.length; i++) {
        three[i] = PageWords.format(cut[i], facts.arguments(language));
      }
      pieces[language.ordinal()] = three;
    }
    return new Headline(pair(pieces, 0), pair(pieces, 1), pair(pieces, 2));
  }

  private static Wording pair(String[][] pieces, int i) {
    return new Wording(pieces[Language.ZH.ordinal()][i], pieces[Language.EN.ordinal()][i]);
  }
}
