package cn.zhenrong.lookup;

import cn.zhenrong.evidence.Report;
import cn.zhenrong.fibre.Part;
import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.issue.Line;
import cn.zhenrong.page.Composition;
import cn.zhenrong.page.Situation;
import cn.zhenrong.page.VerdictBar;
import cn.zhenrong.page.Wording;
import cn.zhenrong.problem.Words;
import cn.zhenrong.product.Style;
import cn.zhenrong.scan.Province;
import cn.zhenrong.scan.Suspicion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The public answer as JSON: the same facts and words as the page.
///
/// @param status state of the code, or `SUSPENDED` / `RECALLED` while a hold stands on it
/// @param signature `valid`, `mismatch` or `absent`
/// @param firstScan when it was verified first; null if never
/// @param noticed what a clone rule saw, if the verdict is `CLONE_SUSPECTED`: facts, not scores
/// @param firstProvince where that was, as far as a network prefix tells
record CodeAnswer(
    String serial,
    String human,
    String status,
    Verdict verdict,
    List<PartAnswer> composition,
    ReportAnswer report,
    MakerAnswer maker,
    StyleAnswer style,
    String signature,
    @Nullable Instant firstScan,
    @Nullable Wording firstProvince,
    long sessions,
    List<Noticed> noticed) {

  /// @param rule name of the rule
  /// @param words the fact
  /// @param provinces where, as far as known
  record Noticed(
      String rule, Wording words, Instant firstAt, Instant lastAt, List<Wording> provinces) {}

  /// @param code as in the verdict table
  record Verdict(String code, Wording title, List<Wording> advice) {
    static Verdict of(VerdictBar bar) {
      return new Verdict(bar.situation().name(), bar.title(), bar.advice());
    }
  }

  /// @param fibres as declared on the label
  /// @param tested as found by the laboratory; empty without a result
  /// @param verdict `WITHIN`, `REVIEWED`, `BEYOND`, `UNDECIDED` or `UNTESTED`: whether the label
  ///   conforms
  /// @param cashmere the other statement: how much cashmere the report found; null if none is
  ///   declared
  record PartAnswer(
      String part,
      List<ShareAnswer> fibres,
      List<ShareAnswer> tested,
      String verdict,
      @Nullable Wording cashmere) {}

  record ShareAnswer(String fibre, String english, String percent) {}

  record ReportAnswer(
      String number,
      String lab,
      LocalDate issuedOn,
      String method,
      String basis,
      String sampling,
      long coversQuantity,
      String status,
      List<RawPart> results) {}

  record MakerAnswer(String name, String address, @Nullable String phone) {}

  record StyleAnswer(
      String styleNo,
      String name,
      String colour,
      String size,
      @Nullable String gtin,
      @Nullable String standard,
      @Nullable String safetyClass) {}

  static CodeAnswer of(Answer answer) {
    return new CodeAnswer(
        answer.code().serial().text(),
        answer.code().serial().human(),
        answer.status(),
        Verdict.of(answer.verdict()),
        composition(answer),
        report(answer.facts().report()),
        new MakerAnswer(
            answer.facts().maker().name(),
            answer.facts().maker().address(),
            answer.facts().maker().phone()),
        style(answer.facts().style(), answer.code().line()),
        answer.signature().name().toLowerCase(Locale.ROOT),
        answer.queries().first(),
        Mention.province(answer.queries()),
        answer.queries().sessions(),
        noticed(answer));
  }

  private static List<Noticed> noticed(Answer answer) {
    return answer.verdict().situation() == Situation.CLONE_SUSPECTED
        ? Judge.suspicions(answer.standing(), answer.queries()).stream()
            .map(CodeAnswer::noticed)
            .toList()
        : List.of();
  }

  private static Noticed noticed(Suspicion seen) {
    return new Noticed(
        seen.rule().name(),
        wording(seen.words()),
        seen.firstAt(),
        seen.lastAt(),
        seen.provinces().stream().map(Province::words).map(CodeAnswer::wording).toList());
  }

  private static Wording wording(Words words) {
    return new Wording(words.zh(), words.en());
  }

  private static List<PartAnswer> composition(Answer answer) {
    List<Part> labelled = answer.facts().label().composition().parts();
    List<Composition.Part> shown = Compositions.of(answer).parts();
    return IntStream.range(0, labelled.size())
        .mapToObj(i -> part(labelled.get(i).name(), shown.get(i)))
        .toList();
  }

  private static PartAnswer part(String name, Composition.Part part) {
    return new PartAnswer(
        name,
        part.declared().stream().map(d -> share(d.name(), d.percent())).toList(),
        part.tested().stream().map(t -> share(t.name(), t.percent())).toList(),
        part.verdict().name(),
        part.cashmere());
  }

  private static ShareAnswer share(Wording name, String percent) {
    return new ShareAnswer(name.zh(), name.en(), percent);
  }

  private static ReportAnswer report(Report report) {
    return new ReportAnswer(
        report.number(),
        report.lab(),
        report.issuedOn(),
        report.method(),
        report.basis(),
        report.sampling().name().toLowerCase(Locale.ROOT),
        report.coversQuantity(),
        report.status().name(),
        report.measured().raw());
  }

  private static StyleAnswer style(Style style, Line line) {
    return new StyleAnswer(
        style.styleNo(),
        style.name(),
        line.colour(),
        line.size(),
        line.key().key().isEmpty() ? null : line.key().key(),
        style.standard(),
        style.safetyClass());
  }
}
