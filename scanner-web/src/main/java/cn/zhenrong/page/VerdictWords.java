package cn.zhenrong.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words of each situation, read once. A situation whose words mention nothing has its bar
/// ready made.
final class VerdictWords {
  private static final Map<Situation, VerdictWords> ALL = all();

  private final Situation situation;
  private final List<Both> title;
  private final List<Both> advice;
  private final @Nullable VerdictBar ready;

  private VerdictWords(Situation situation) {
    this.situation = situation;
    this.title = title(situation + ".title");
    this.advice = advice(situation + ".advice.");
    this.ready = isFixed() ? fill(VerdictFacts.NONE) : null;
  }

  static VerdictBar bar(Situation situation, VerdictFacts facts) {
    VerdictWords words = ALL.get(situation);
    if (words == null) {
      throw new IllegalArgumentException("no words for " + situation);
    }
    return words.ready != null && facts.observed().isEmpty() ? words.ready : words.fill(facts);
  }

  private VerdictBar fill(VerdictFacts facts) {
    Object[] zh = facts.arguments(Language.ZH);
    Object[] en = facts.arguments(Language.EN);
    Headline headline =
        new Headline(
            title.get(0).with(zh, en), title.get(1).with(zh, en), title.get(2).with(zh, en));
    return new VerdictBar(
        situation,
        headline,
        facts.observed(),
        advice.stream().map(line -> line.with(zh, en)).toList());
  }

  private boolean isFixed() {
    return title.stream().allMatch(Both::isFixed) && advice.stream().allMatch(Both::isFixed);
  }

  /// Reads a pattern `lead|joint|rest` (or only a lead). It is cut before any argument is put in,
  /// so no argument can move the cut.
  private static List<Both> title(String key) {
    String[] zh = pieces(PageWords.pattern(Language.ZH, key));
    String[] en = pieces(PageWords.pattern(Language.EN, key));
    return List.of(Both.of(zh[0], en[0]), Both.of(zh[1], en[1]), Both.of(zh[2], en[2]));
  }

  private static String[] pieces(String pattern) {
    String[] cut = pattern.split("\\|", -1);
    return cut.length == 3 ? cut : new String[] {pattern, "", ""};
  }

  private static List<Both> advice(String stem) {
    List<Both> lines = new ArrayList<>();
    for (int i = 1; PageWords.has(stem + i); i++) {
      lines.add(
          Both.of(
              PageWords.pattern(Language.ZH, stem + i), PageWords.pattern(Language.EN, stem + i)));
    }
    return lines;
  }

  private static Map<Situation, VerdictWords> all() {
    Map<Situation, VerdictWords> all = new EnumMap<>(Situation.class);
    for (Situation situation : Situation.values()) {
      all.put(situation, new VerdictWords(situation));
    }
    return all;
  }

  /// One phrase in both languages.
  private record Both(Phrase zh, Phrase en) {

    static Both of(String zh, String en) {
      return new Both(Phrase.of(zh), Phrase.of(en));
    }

    boolean isFixed() {
      return zh.isFixed() && en.isFixed();
    }

    Wording with(Object[] zhArguments, Object[] enArguments) {
      return new Wording(zh.with(zhArguments), en.with(enArguments));
    }
  }
}
