package cn.zhenrong.issue;

import cn.zhenrong.code.Profile;
import cn.zhenrong.code.Statement;
import cn.zhenrong.evidence.Report;
import cn.zhenrong.evidence.ReportId;
import cn.zhenrong.evidence.ReportStatus;
import cn.zhenrong.evidence.Reports;
import cn.zhenrong.party.Caller;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.product.Label;
import cn.zhenrong.product.LabelId;
import cn.zhenrong.product.Labels;
import cn.zhenrong.product.Style;
import cn.zhenrong.product.StyleId;
import cn.zhenrong.product.Styles;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads an application: every reference must be the caller's own, label and report must belong to
/// the style, and what is to be signed must be writable.
@Component
class ApplicationReader {
  private static final int LONGEST_NUMBER = 100;

  private final Styles styles;
  private final Labels labels;
  private final Reports reports;

  ApplicationReader(Styles styles, Labels labels, Reports reports) {
    this.styles = styles;
    this.labels = labels;
    this.reports = reports;
  }

  /// @throws Problem invalid-input that tells everything that is wrong
  Application read(Caller caller, NewBatch input) {
    Fields fields = new Fields();
    Style style =
        own(fields, "styleId", input.styleId(), id -> styles.get(caller, new StyleId(id)));
    Label label =
        own(fields, "labelId", input.labelId(), id -> labels.get(caller, new LabelId(id)));
    Report report =
        own(fields, "reportId", input.reportId(), id -> reports.get(caller, new ReportId(id)));
    Profile profile = profile(fields, input.profile());
    String externalNo = fields.optionalText("externalNo", input.externalNo(), LONGEST_NUMBER);
    requireTogether(fields, style, label, report);
    List<Line> lines = style == null ? List.of() : Lines.read(fields, style, input.lines());
    Statement statement = label == null ? null : statement(fields, label, profile);
    fields.check();
    return new Application(
        Objects.requireNonNull(style),
        Objects.requireNonNull(label),
        Objects.requireNonNull(report),
        profile,
        statement,
        lines,
        externalNo);
  }

  /// Another party's record is refused in the same words as one that does not exist.
  private static <T> @Nullable T own(
      Fields fields, String field, @Nullable String id, LongFunction<T> getter) {
    String text = fields.text(field, id, 20);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return getter.apply(Long.parseLong(text));
    } catch (NumberFormatException e) {
      fields.refuse(field, "reference.unknown", IssueTexts.words("reference.unknown"));
    } catch (Problem problem) {
      if (problem.kind() != ProblemKind.NOT_FOUND) {
        throw problem;
      }
      fields.refuse(field, "reference.unknown", IssueTexts.words("reference.unknown"));
    }
    return null;
  }

  private static Profile profile(Fields fields, @Nullable String word) {
    Optional<Profile> profile = Profile.read(word == null ? Profile.SIGNED.word() : word);
    if (profile.isEmpty()) {
      fields.refuse("profile", "profile.unknown", IssueTexts.words("profile.unknown"));
    }
    return profile.orElse(Profile.COMPACT);
  }

  private static void requireTogether(
      Fields fields, @Nullable Style style, @Nullable Label label, @Nullable Report report) {
    if (style != null && label != null && !label.style().equals(style.id())) {
      fields.refuse("labelId", "label.other-style", IssueTexts.words("label.other-style"));
    }
    if (style != null && report != null && !report.style().equals(style.id())) {
      fields.refuse("reportId", "report.other-style", IssueTexts.words("report.other-style"));
    }
    if (report != null && report.status() != ReportStatus.VALID) {
      fields.refuse("reportId", "report.withdrawn", IssueTexts.words("report.withdrawn"));
    }
  }

  private static @Nullable Statement statement(Fields fields, Label label, Profile profile) {
    Optional<Statement> statement =
        Statement.of(
            label.composition().main().shares().stream()
                .map(share -> new Statement.Share(share.fibre().code(), share.percent()))
                .toList());
    if (statement.isEmpty() && profile == Profile.SIGNED) {
      fields.refuse("profile", "profile.statement", IssueTexts.words("profile.statement"));
    }
    return statement.orElse(null);
  }
}
