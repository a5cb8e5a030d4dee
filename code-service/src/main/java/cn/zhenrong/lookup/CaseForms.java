package cn.zhenrong.lookup;

import cn.zhenrong.oversight.CaseKind;
import cn.zhenrong.oversight.CaseOutcome;
import cn.zhenrong.oversight.NewCase;
import cn.zhenrong.oversight.PublicCase;
import cn.zhenrong.page.CaseFile;
import cn.zhenrong.page.CaseForm;
import cn.zhenrong.page.CaseForm.Filled;
import cn.zhenrong.page.CaseForm.Trouble;
import cn.zhenrong.page.Frame;
import cn.zhenrong.page.VerdictBar;
import cn.zhenrong.page.Wording;
import cn.zhenrong.problem.FieldProblem;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One of the two forms that open a case, laid out for the page.
///
/// @param opened whether it is the one of a package just opened
/// @param query what goes along from page to page
/// @param text the whole of what was scanned, where no page of a code could be shown
/// @param keepDays as [cn.zhenrong.oversight.Cases#keepDays]
record CaseForms(
    Scanned scanned, boolean opened, String query, @Nullable String text, int keepDays) {

  String path() {
    return scanned.path(opened ? "/opened" : "/problem");
  }

  /// What was sent, as the case wants it.
  NewCase input(Map<String, String> fields) {
    String kind = fields.get("kind");
    String asked = CaseKind.OPENED.name().equals(kind) ? null : kind;
    return new NewCase(
        opened ? CaseKind.OPENED.name() : asked,
        fields.get("words"),
        fields.get("shop"),
        fields.get("orderNo"),
        fields.get("phone"));
  }

  CaseForm blank(Frame frame, @Nullable VerdictBar verdict, String nonce) {
    return form(frame, verdict, nonce, Filled.NONE, Map.of(), null);
  }

  /// The form again with all that was written.
  CaseForm again(
      Frame frame,
      @Nullable VerdictBar verdict,
      String nonce,
      Map<String, String> fields,
      Map<String, Wording> errors,
      Trouble trouble) {
    Filled filled =
        new Filled(
            fields.get("kind"),
            fields.get("words"),
            fields.get("shop"),
            fields.get("orderNo"),
            fields.get("phone"));
    return form(frame, verdict, nonce, filled, errors, trouble);
  }

  private CaseForm form(
      Frame frame,
      @Nullable VerdictBar verdict,
      String nonce,
      Filled filled,
      Map<String, Wording> errors,
      @Nullable Trouble trouble) {
    return new CaseForm(
        frame,
        scanned.human(),
        verdict,
        new CaseForm.Links(
            path() + query, text == null ? scanned.path("") + query : read(text, frame)),
        opened,
        nonce,
        keepDays,
        filled,
        errors,
        trouble);
  }

  /// Where a scanned text is read once more.
  private static String read(String text, Frame frame) {
    return "/scan?lang=" + frame.language().parameter() + Visitor.parameter("code", text);
  }

  /// What is wrong, by field. Only the photo is a file, and too large only a photo can be.
  static Map<String, Wording> errors(Problem problem) {
    Map<String, Wording> errors = new LinkedHashMap<>();
    for (FieldProblem field : problem.fields()) {
      errors.putIfAbsent(
          field.field().equals("file") ? "photo" : field.field(), wording(field.words()));
    }
    if (errors.isEmpty()) {
      Words words = Objects.requireNonNullElse(problem.detail(), problem.kind().title());
      errors.put("photo", wording(words));
    }
    return errors;
  }

  /// A case for whoever has its number.
  ///
  /// @param again whether its form was just sent once more
  static CaseFile file(Frame frame, PublicCase found, boolean again) {
    Scanned scanned = Scanned.of(found.scanned());
    CaseOutcome outcome = found.outcome();
    return new CaseFile(
        frame,
        found.number().human(),
        found.kind().name(),
        scanned.human(),
        new CaseFile.Progress(
            found.receivedAt(),
            CaseFile.Status.valueOf(found.status().name()),
            outcome == null ? null : CaseFile.Outcome.valueOf(outcome.name()),
            found.forgottenAt()),
        found.answers().stream()
            .map(answer ->
                new CaseFile.Answer(
                    answer.at(),
                    CaseFile.Status.valueOf(answer.status().name()),
                    new Wording(answer.zh(), Objects.requireNonNullElse(answer.en(), answer.zh()))))
            .toList(),
        back(found, scanned, frame),
        again);
  }

  private static @Nullable String back(PublicCase found, Scanned scanned, Frame frame) {
    if (found.text() != null) {
      return read(found.text(), frame);
    }
    return scanned.serial() == null
        ? null
        : scanned.path("") + "?lang=" + frame.language().parameter();
  }

  private static Wording wording(Words words) {
    return new Wording(words.zh(), words.en());
  }
}
