package cn.zhenrong.fibre;

import cn.zhenrong.problem.FieldProblem;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Words;
import java.util.List;

/// Problems of a composition that was typed as one text: there is only one field, so the words say
/// which part or fibre is meant.
final class TextProblems {
  private TextProblems() {}

  /// @param problem with paths such as `[0].fibres[1].percent`
  /// @param parts what the text was taken apart into
  static Problem of(Problem problem, List<RawPart> parts) {
    return Problem.invalid(
        problem.fields().stream().map(field -> inText(field, parts)).distinct().toList());
  }

  private static FieldProblem inText(FieldProblem field, List<RawPart> parts) {
    int part = number(field.field(), 0);
    int fibre = number(field.field(), field.field().indexOf('[', 1));
    Words words = field.words();
    if (fibre > 0) {
      words = located("where.fibre", fibre, words);
    }
    if (part > 0 && parts.size() > 1) {
      words = located("where.part", part, words);
    }
    return new FieldProblem("", field.code(), words);
  }

  private static Words located(String key, int number, Words words) {
    return new Words(
        FibreTexts.words(key, number, words.zh()).zh(),
        FibreTexts.words(key, number, words.en()).en());
  }

  /// The index in the brackets at that place, counted from one; 0 if there are none.
  private static int number(String path, int bracket) {
    if (bracket < 0 || path.isEmpty()) {
      return 0;
    }
    return Integer.parseInt(path, bracket + 1, path.indexOf(']', bracket), 10) + 1;
  }
}
