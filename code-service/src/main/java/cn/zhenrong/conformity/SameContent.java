package cn.zhenrong.conformity;

import cn.zhenrong.fibre.Composition;
import cn.zhenrong.fibre.Part;
import cn.zhenrong.fibre.Share;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// G6: hang tag, sewn-in label, packaging and the page behind a code say the same content.
final class SameContent {
  private final Rule rule;

  SameContent(Rules rules) {
    rule = rules.rule("G6");
  }

  List<PartVerdict> compare(Composition one, Composition other) {
    PartMatch match = PartMatch.of(one.parts(), other.parts());
    List<PartVerdict> verdicts = new ArrayList<>();
    for (int i = 0; i < one.parts().size(); i++) {
      Part part = one.parts().get(i);
      verdicts.add(verdict(part, isSame(part, match.results().get(i))));
    }
    for (Part part : match.undeclared()) {
      verdicts.add(verdict(part, false));
    }
    return verdicts;
  }

  private PartVerdict verdict(Part part, boolean same) {
    Findings findings = new Findings();
    findings.add(
        rule,
        null,
        same ? Outcome.PASS : Outcome.FAIL,
        same ? "labels.pass" : "labels.fail",
        Facts.NONE);
    return findings.verdict(part.name());
  }

  private static boolean isSame(Part one, @Nullable Part other) {
    return other != null
        && one.shares().size() == other.shares().size()
        && one.shares().stream().allMatch(share -> holds(other, share));
  }

  private static boolean holds(Part part, Share wanted) {
    return part.shares().stream()
        .anyMatch(s ->
            s.fibre().name().equals(wanted.fibre().name())
                && s.percent().compareTo(wanted.percent()) == 0);
  }
}
