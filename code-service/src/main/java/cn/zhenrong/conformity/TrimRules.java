package cn.zhenrong.conformity;

import cn.zhenrong.fibre.Part;
import cn.zhenrong.fibre.Share;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// T14: parts that only the report has. Trims need no content up to a share of the garment's
/// surface, alone or with all trims of the same fabric.
final class TrimRules {
  private final Rule rule;
  private final @Nullable Limit most;
  private final LabelWords words;

  TrimRules(Rules rules, LabelWords words) {
    this.words = words;
    rule = rules.rule("T14");
    most = rules.has("T14", "surface") ? rules.limit("T14", "surface") : null;
  }

  void judge(List<Part> undeclared, List<PartVerdict> verdicts) {
    for (Part part : undeclared) {
      Findings findings = new Findings();
      if (most != null && isTrim(part)) {
        judgeTrim(part, most, undeclared, findings);
      } else {
        findings.add(rule, null, Outcome.REVIEW, "part.undeclared.review", Facts.NONE);
      }
      verdicts.add(findings.verdict(part.name()));
    }
  }

  private void judgeTrim(Part part, Limit most, List<Part> all, Findings findings) {
    BigDecimal surface = part.facts().surface();
    if (surface == null) {
      findings.add(rule, most, Outcome.REVIEW, "part.trim.review", Facts.NONE);
      return;
    }
    BigDecimal together = ofSameFibres(part, all);
    Facts facts = new Facts("", "", null, Facts.text(surface), null);
    if (!most.holdsAtMost(surface)) {
      boolean mayBeHidden = words.say("interlining", part.name());
      Outcome outcome = mayBeHidden ? Outcome.REVIEW : Outcome.FAIL;
      String key = mayBeHidden ? "part.interlining.review" : "part.trim.fail";
      findings.add(rule, most, outcome, key, facts);
    } else if (together == null || !most.holdsAtMost(together)) {
      findings.add(rule, most, Outcome.REVIEW, "part.trims.review", facts);
    } else {
      findings.add(rule, most, Outcome.PASS, "part.trim.pass", facts);
    }
  }

  /// The surface of all undeclared trims of the same fibres, which may be one fabric; null if one
  /// of them does not tell.
  private @Nullable BigDecimal ofSameFibres(Part part, List<Part> all) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Part other : all) {
      if (isTrim(other) && fibres(other).equals(fibres(part))) {
        BigDecimal surface = other.facts().surface();
        if (surface == null) {
          return null;
        }
        sum = sum.add(surface);
      }
    }
    return sum;
  }

  private boolean isTrim(Part part) {
    return part.facts().trim() || words.say("trim", part.name());
  }

  private static Set<String> fibres(Part part) {
    Set<String> names = new HashSet<>();
    for (Share share : part.shares()) {
      if (share.percent().signum() > 0) {
        names.add(share.fibre().name());
      }
    }
    return names;
  }
}
