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

  /// A returned garment was active once: what is said of a new label would be untrue.
  private static final VerdictWords RETURNED =
      new VerdictWords(Situation.NOT_ACTIVATED, Situation.NOT_ACTIVATED + ".returned");

  private final Situation situation;
  private final List<Both> title;
  private final List<Both> advice;
  private final @Nullable VerdictBar ready;

  private VerdictWords(Situation situation, String stem) {
    this.situation = situation;
    this.title = title(stem + ".title");
    this.advice = advice(stem + ".advice.");
    this.ready = isFixed() ? fill(VerdictFacts.NONE) : null;
  }

  static VerdictBar bar(Situation situation, VerdictFacts facts) {
    boolean returned = situation == Situation.NOT_ACTIVATED && facts.returned();
    VerdictWords words = returned ? RETURNED : ALL.get(situation);
    if (words == null) {
      throw new IllegalArgumentException("no words for " + situation);
    }
    return words.ready != null && facts.observed().isEmpty() ? words.ready : words.fill(facts);
  }

  /// The same words where there is no photo to compare with.
  static VerdictBar withoutPhoto(VerdictBar bar) {
    String stem = bar.situation() + ".bare";
    String key = stem + ".title";
    List<Wording> advice = new ArrayList<>();
    for (Wording line : bar.advice()) {
      String own = stem + ".advice." + (advice.size() + 1);
      advice.add(PageWords.has(own) ? PageWords.both(own) : line);
    }
    return new VerdictBar(
        bar.situation(),
        PageWords.has(key) ? headline(title(key), VerdictFacts.NONE) : bar.headline(),
        bar.observed(),
        advice);
  }

  private VerdictBar fill(VerdictFacts facts) {
    Object[] zh = facts.arguments(Language.ZH);
    Object[] en = facts.arguments(Language.EN);
    return new VerdictBar(
        situation,
        headline(title, facts),
        facts.observed(),
        advice.stream().map(line -> line.with(zh, en)).toList());
  }

  private static Headline headline(List<Both> title, VerdictFacts facts) {
    Object[] zh = facts.arguments(Language.ZH);
    Object[] en = facts.arguments(Language.EN);
    List<Wording> pieces = title.stream().map(piece -> piece.with(zh, en)).toList();
    return new Headline(
        pieces.get(0), pieces.get(1), pieces.get(2), pieces.subList(3, pieces.size()));
  }

  private boolean isFixed() {
    return title.stream().allMatch(Both::isFixed) && advice.stream().allMatch(Both::isFixed);
  }

  /// Reads a pattern `lead|joint|rest` (or only a lead, or with more behind the rest). It is cut
  /// before any argument is put in, so no argument can move the cut.
  private static List<Both> title(String key) {
    String[] zh = pieces(PageWords.pattern(Language.ZH, key));
    String[] en = pieces(PageWords.pattern(Language.EN, key));
    List<Both> title = new ArrayList<>();
    for (int i = 0; i < zh.length; i++) {
      title.add(Both.of(zh[i], en[i]));
    }
    return List.copyOf(title);
  }

  private static String[] pieces(String pattern) {
    String[] cut = pattern.split("\\|", -1);
    return cut.length >= 3 ? cut : new String[] {pattern, "", ""};
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
      all.put(situation, new VerdictWords(situation, situation.name()));
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
