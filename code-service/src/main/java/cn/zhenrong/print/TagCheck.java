package cn.zhenrong.print;

import cn.zhenrong.problem.FieldProblem;
import cn.zhenrong.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/// Refuses characters no font of ours can print, all fields at once.
final class TagCheck {
  private final Fonts fonts;
  private final List<FieldProblem> problems = new ArrayList<>();

  private TagCheck(Fonts fonts) {
    this.fonts = fonts;
  }

  /// @throws Problem that names every field with such a character
  static void check(TagContent tag, Fonts fonts) {
    TagCheck check = new TagCheck(fonts);
    TagContent.Garment garment = tag.garment();
    TagContent.Claims claims = tag.claims();
    check.field(TagField.NAME, Face.STRONG, garment.name());
    check.field(TagField.STYLE_NO, Face.TEXT, garment.styleNo());
    check.field(TagField.COLOUR, Face.TEXT, garment.colour());
    check.field(TagField.SIZE, Face.TEXT, garment.size());
    check.field(TagField.COMPOSITION, Face.STRONG, String.join(" ", tag.composition()));
    check.field(TagField.STANDARD, Face.TEXT, claims.standard());
    check.field(TagField.SAFETY_CLASS, Face.TEXT, claims.safetyClass());
    check.field(TagField.REPORT, Face.TEXT, claims.reportNumber() + " " + claims.lab());
    check.field(TagField.MAKER, Face.TEXT, garment.maker());
    check.field(TagField.SERIAL, Face.MONO, tag.mark().serial());
    if (!check.problems.isEmpty()) {
      throw Problem.invalid(check.problems);
    }
  }

  private void field(TagField field, Face face, String text) {
    if (!fonts.canPrint(face, text)) {
      problems.addAll(field.unprintable().fields());
    }
  }
}
