package cn.zhenrong.conformity;

import cn.zhenrong.fibre.Measured;
import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.problem.FieldProblem;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import cn.zhenrong.problem.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads one request and gathers everything that is wrong with it, on both sides.
final class InputReading {
  private static final Texts TEXTS = Texts.beside(InputReading.class);

  private final List<FieldProblem> problems = new ArrayList<>();

  @Nullable LabelReading label(@Nullable List<@Nullable RawPart> parts) {
    return read("label.parts", () -> new LabelReading(parts));
  }

  /// A method nobody knows is no error: the verdict says what it cannot carry.
  @Nullable TestResult report(RawResult raw) {
    Basis basis = Basis.of(raw.basis());
    if (basis == null) {
      refuse("report.basis", "basis.unknown", TEXTS.words("basis.unknown"));
    }
    Measured measured = read("report.parts", () -> Measured.of(raw.parts()));
    if (basis == null || measured == null) {
      return null;
    }
    String method = raw.method();
    return new TestResult(method == null ? "" : method, basis, measured);
  }

  Goods goods(RawGoods raw) {
    Spinning spinning = Spinning.of(raw.spinning());
    if (raw.spinning() != null && spinning == null) {
      refuse("label.spinning", "spinning.unknown", TEXTS.words("spinning.unknown"));
    }
    AgeGroup ageGroup = AgeGroup.of(raw.ageGroup());
    if (raw.ageGroup() != null && ageGroup == null) {
      refuse("label.ageGroup", "age-group.unknown", TEXTS.words("age-group.unknown"));
    }
    return new Goods(raw.standard(), spinning, ageGroup);
  }

  void refuse(String field, String code, Words words) {
    problems.add(new FieldProblem(field, code, words));
  }

  void check() {
    if (!problems.isEmpty()) {
      throw Problem.invalid(problems);
    }
  }

  private <T> @Nullable T read(String prefix, Supplier<T> reader) {
    try {
      return reader.get();
    } catch (Problem problem) {
      if (problem.kind() != ProblemKind.INVALID_INPUT) {
        throw problem;
      }
      for (FieldProblem field : problem.fields()) {
        refuse(prefix + field.field(), field.code(), field.words());
      }
      return null;
    }
  }
}
