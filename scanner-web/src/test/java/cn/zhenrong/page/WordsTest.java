package cn.zhenrong.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Pattern TITLE_OR_ADVICE =
      Pattern.compile("[A-Z_]+(\\.returned|\\.bare)?\\.(title|advice\\.[123])");
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  @Test
  void haveTheSameKeysInBothLanguages() {
    assertThat(PageWords.keys(Language.EN)).isEqualTo(PageWords.keys(Language.ZH));
  }

  @Test
  void mentionTheSameArgumentsInBothLanguages() {
    for (String key : PageWords.keys(Language.ZH)) {
      assertThat(places(Language.EN, key)).as(key).isEqualTo(places(Language.ZH, key));
    }
  }

  @Test
  void haveNoStraightApostropheThatAPatternWouldSwallow() {
    for (Language language : Language.values()) {
      for (String key : PageWords.keys(language)) {
        assertThat(PageWords.pattern(language, key)).as(key).isNotBlank().doesNotContain("'");
      }
    }
  }

  @Test
  void areAllUsed() throws IOException {
    String sources = sources();
    Set<String> unused =
        PageWords.keys(Language.ZH).stream()
            .filter(key -> !isUsed(key, sources))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unused).isEmpty();
  }

  /// Where goods are sold; a name of the interface, no type of the pages.
  private enum Market {
    CN,
    EU,
    US,
    JP
  }

  /// Fields of the form of a case, and the kind that has a form of its own.
  private enum CaseWord {
    kind,
    words,
    shop,
    orderNo,
    phone,
    photo,
    OPENED
  }

  /// What the reader's browser checks.
  private enum EvidenceCheck {
    signature,
    manifest,
    statement,
    proof
  }

  /// What a manifest says.
  private enum Member {
    v,
    batch,
    party,
    profile,
    parts,
    labelDigest,
    report,
    verdict,
    createdAt,
    slots,
    codesRoot,
    product,
    sealed
  }

  private static boolean isUsed(String key, String sources) {
    if (TITLE_OR_ADVICE.matcher(key).matches()) {
      return names(Situation.values()).contains(key.substring(0, key.indexOf('.')));
    }
    String stem = key.substring(0, key.lastIndexOf('.') + 1);
    String end = key.substring(stem.length());
    return sources.contains("\"" + key + "\"")
        || (sources.contains("\"" + stem + "\" +") && isValue(end))
        || (stem.startsWith("evidence.say.") && sources.contains("\"evidence.say.\" +"))
        || (end.equals("missing") && sources.contains("\"" + key.replace(".missing", "") + "\""))
        || key.matches("error\\.\\d{3}\\.(title|text)");
  }

  private static boolean isValue(String name) {
    return Stream.of(
            Tone.values(),
            Situation.values(),
            TypedCode.Slip.values(),
            Sampling.values(),
            ReportPanel.Lack.values(),
            Composition.Verdict.values(),
            RulesPage.Confidence.values(),
            CaseForm.Kind.values(),
            CaseForm.Trouble.values(),
            CaseFile.Status.values(),
            CaseFile.Outcome.values(),
            CaseWord.values(),
            LinkPage.Asked.values(),
            LinkPage.Scope.values(),
            EvidencePage.Signed.values(),
            EvidencePage.KeyStatus.values(),
            EvidenceCheck.values(),
            Member.values(),
            Market.values())
        .anyMatch(values -> names(values).contains(name));
  }

  private static Set<String> names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).collect(Collectors.toSet());
  }

  private static Set<String> places(Language language, String key) {
    Matcher matcher = PLACE.matcher(PageWords.pattern(language, key));
    return matcher.results().map(r -> r.group()).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path root : new Path[] {Path.of("src/main/java"), Path.of("src/main/jte")}) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          all.append(Files.readString(file));
        }
      }
    }
    return all.toString();
  }
}
