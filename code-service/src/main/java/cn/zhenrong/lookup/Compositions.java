package cn.zhenrong.lookup;

import cn.zhenrong.evidence.Report;
import cn.zhenrong.fibre.Fibre;
import cn.zhenrong.fibre.Part;
import cn.zhenrong.fibre.Share;
import cn.zhenrong.page.Composition;
import cn.zhenrong.page.Composition.Declared;
import cn.zhenrong.page.Composition.Tested;
import cn.zhenrong.page.Composition.Verdict;
import cn.zhenrong.page.Wording;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/// The declared composition beside the tested one, part by part.
final class Compositions {
  private Compositions() {}

  static Composition of(Answer answer) {
    List<Part> declared = answer.facts().label().composition().parts();
    boolean one = declared.size() == 1;
    List<Composition.Part> parts = declared.stream().map(part -> part(part, one, answer)).toList();
    return new Composition(parts, answer.facts().decision().ruleSet());
  }

  private static Composition.Part part(Part part, boolean one, Answer answer) {
    KeptVerdict kept = new KeptVerdict(answer.facts().decision());
    Optional<Part> measured = measured(part, one, answer.facts().report());
    return new Composition.Part(
        one ? Wording.same("") : PartWords.of(part.name()),
        part.shares().stream().map(share -> declared(part, share, kept)).toList(),
        measured
            .map(found -> found.shares().stream().map(share -> tested(part, share, kept)).toList())
            .orElse(List.of()),
        measured.isEmpty() ? Verdict.UNTESTED : verdict(part, kept, answer),
        kept.cashmere(part.name()));
  }

  private static Verdict verdict(Part part, KeptVerdict kept, Answer answer) {
    return switch (kept.part(part.name()).orElse("")) {
      case "PASS" -> Verdict.WITHIN;
      case "REVIEW" -> answer.code().batch().reviewed() ? Verdict.REVIEWED : Verdict.UNDECIDED;
      case "FAIL" -> Verdict.BEYOND;
      default -> Verdict.UNDECIDED;
    };
  }

  /// One part on each side always matches; otherwise the names must.
  private static Optional<Part> measured(Part part, boolean one, Report report) {
    List<Part> parts = report.measured().parts();
    if (one && parts.size() == 1) {
      return Optional.of(parts.getFirst());
    }
    return parts.stream().filter(p -> plain(p.name()).equals(plain(part.name()))).findFirst();
  }

  private static Declared declared(Part part, Share share, KeptVerdict kept) {
    return new Declared(
        name(share.fibre()),
        text(share),
        kept.band(part.name(), share.fibre().name(), share.percent()));
  }

  private static Tested tested(Part part, Share share, KeptVerdict kept) {
    return new Tested(
        name(share.fibre()), text(share), kept.undeclared(part.name(), share.fibre().name()));
  }

  private static Wording name(Fibre fibre) {
    return new Wording(fibre.name(), fibre.english());
  }

  private static String text(Share share) {
    return share.percent().stripTrailingZeros().toPlainString();
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
  }
}
