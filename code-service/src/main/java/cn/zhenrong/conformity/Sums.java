package cn.zhenrong.conformity;

import cn.zhenrong.fibre.Part;
import cn.zhenrong.problem.FieldProblem;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// T15: a label adds up to exactly 100 in each part, a report to 100 but for rounding. Anything
/// else is an input error, not a verdict; checked again here because a wrong sum could turn a
/// failure into a pass.
final class Sums {
  private static final Texts TEXTS = Texts.beside(Sums.class);

  private final Limit label;
  private final Limit reportLeast;
  private final Limit reportMost;

  Sums(Rules rules) {
    label = rules.limit("T15", "label");
    reportLeast = rules.limit("T15", "report-least");
    reportMost = rules.limit("T15", "report-most");
  }

  /// @throws Problem invalid-input with the parts that do not add up
  void check(List<Part> declared, List<Part> measured) {
    List<FieldProblem> problems = null;
    for (int i = 0; i < declared.size(); i++) {
      if (PartCase.sum(declared.get(i).shares()).compareTo(label.value()) != 0) {
        problems = noted(problems, "label", i, "composition.sum");
      }
    }
    for (int i = 0; i < measured.size(); i++) {
      BigDecimal sum = PartCase.sum(measured.get(i).shares());
      if (!reportLeast.holdsAtLeast(sum) || !reportMost.holdsAtMost(sum)) {
        problems = noted(problems, "report", i, "measured.sum");
      }
    }
    if (problems != null) {
      throw Problem.invalid(problems);
    }
  }

  private static List<FieldProblem> noted(
      @Nullable List<FieldProblem> problems, String side, int part, String code) {
    List<FieldProblem> noted = problems == null ? new ArrayList<>() : problems;
    noted.add(new FieldProblem(side + ".parts[" + part + "].fibres", code, TEXTS.words(code)));
    return noted;
  }
}
