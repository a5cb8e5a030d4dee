package cn.zhenrong.lookup;

import cn.zhenrong.evidence.Report;
import cn.zhenrong.fibre.Part;
import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.issue.Line;
import cn.zhenrong.page.Composition;
import cn.zhenrong.page.ReportPanel;
import cn.zhenrong.page.Situation;
import cn.zhenrong.page.VerdictBar;
import cn.zhenrong.page.Wording;
import cn.zhenrong.party.Party;
import cn.zhenrong.problem.Words;
import cn.zhenrong.product.Style;
import cn.zhenrong.scan.Province;
import cn.zhenrong.scan.Queries;
import cn.zhenrong.scan.Suspicion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
  /// @param advice what was noticed, then what to compare and to do
  record Verdict(String code, Wording title, List<Wording> advice) {
    static Verdict of(VerdictBar bar) {
      return new Verdict(
          bar.situation().name(),
          bar.title(),
          Stream.concat(bar.observed().stream(), bar.advice().stream()).toList());
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

  /// @param lacks what is certain not to be there: `LAB_NOT_REGISTERED`, `ORIGINAL_NOT_ON_FILE`;
  ///   facts that change no verdict
  record ReportAnswer(
      String number,
      String lab,
      LocalDate issuedOn,
      String method,
      String basis,
      String sampling,
      long coversQuantity,
      String status,
      List<ReportPanel.Lack> lacks,
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

  /// What all codes of one line have in common, in the order of the whole.
  record Goods(
      List<PartAnswer> composition, ReportAnswer report, MakerAnswer maker, StyleAnswer style) {
    static Goods of(Answer answer, KnownLabs.@Nullable Lab lab) {
      Party maker = answer.facts().maker();
      return new Goods(
          CodeAnswer.composition(answer),
          CodeAnswer.report(answer.facts().report(), lab),
          new MakerAnswer(maker.name(), maker.address(), maker.phone()),
          CodeAnswer.style(answer.facts().style(), answer.code().line()));
    }
  }

  /// What is known of the label in the hand, in the order of the whole.
  record Seen(
      String signature,
      @Nullable Instant firstScan,
      @Nullable Wording firstProvince,
      long sessions,
      List<Noticed> noticed) {
    static Seen of(Answer answer) {
      return of(answer.signature(), answer.queries(), CodeAnswer.noticed(answer));
    }

    static Seen of(SignatureCheck check, Queries queries, List<Noticed> noticed) {
      return new Seen(
          check.name().toLowerCase(Locale.ROOT),
          queries.first(),
          Mention.province(queries),
          queries.sessions(),
          noticed);
    }
  }

  /// @param lab of the report; null if nothing can be told of it now
  static CodeAnswer of(Answer answer, KnownLabs.@Nullable Lab lab) {
    Goods goods = Goods.of(answer, lab);
    Seen seen = Seen.of(answer);
    return new CodeAnswer(
        answer.code().serial().text(),
        answer.code().serial().human(),
        answer.status(),
        Verdict.of(answer.verdict()),
        goods.composition(),
        goods.report(),
        goods.maker(),
        goods.style(),
        seen.signature(),
        seen.firstScan(),
        seen.firstProvince(),
        seen.sessions(),
        seen.noticed());
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

  private static ReportAnswer report(Report report, KnownLabs.@Nullable Lab lab) {
    return new ReportAnswer(
        report.number(),
        report.lab(),
        report.issuedOn(),
        report.method(),
        report.basis(),
        report.sampling().name().toLowerCase(Locale.ROOT),
        report.coversQuantity(),
        report.status().name(),
        Lacks.of(report, lab),
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
