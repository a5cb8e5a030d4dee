package cn.zhenrong.conformity;

import cn.zhenrong.fibre.Composition;
import cn.zhenrong.fibre.Measured;
import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.fibre.RawPart.RawShare;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Labels and reports in a short notation: `大身: 山羊绒 95, 绵羊毛 5 (note); 罗纹: 棉 100`.
final class Garments {
  static final String SET = "GB/T 29862-2013";
  static final String MICROSCOPE = "GB/T 16988-2013";

  private Garments() {}

  static List<@Nullable RawPart> parts(String text) {
    List<@Nullable RawPart> parts = new ArrayList<>();
    for (String part : text.split(";")) {
      parts.add(part(part.strip()));
    }
    return parts;
  }

  static Composition label(String text) {
    return Composition.of(parts(text));
  }

  static TestResult report(String text) {
    return report(MICROSCOPE, text);
  }

  static TestResult report(String method, String text) {
    return new TestResult(method, Basis.OFFICIAL_REGAIN, Measured.of(parts(text)));
  }

  static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  /// The stateless check, by texts, on a day when every rule set is in force.
  static Verdict check(
      Conformity conformity,
      @Nullable String ruleSet,
      @Nullable List<@Nullable RawPart> label,
      @Nullable RawResult report) {
    return conformity.judge(ruleSet, label, report, null, DAY);
  }

  static RawResult raw(String text) {
    return new RawResult(MICROSCOPE, "official-regain", parts(text));
  }

  private static RawPart part(String text) {
    int colon = text.indexOf(':');
    int bracket = text.indexOf('(');
    String name = colon < 0 ? null : text.substring(0, colon);
    String note = bracket < 0 ? null : text.substring(bracket + 1, text.length() - 1);
    String shares = text.substring(colon + 1, bracket < 0 ? text.length() : bracket);
    List<@Nullable RawShare> fibres = new ArrayList<>();
    for (String share : shares.split(",")) {
      int blank = share.strip().lastIndexOf(' ');
      fibres.add(
          new RawShare(share.strip().substring(0, blank), share.strip().substring(blank + 1)));
    }
    return new RawPart(name, fibres, note);
  }
}
