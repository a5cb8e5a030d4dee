package cn.zhenrong.evidence;

import cn.zhenrong.fibre.Measured;
import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Texts;
import cn.zhenrong.product.StyleId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A test report as its maker sends it; nothing here is trusted yet.
///
/// @param issuedOn ISO 8601 date
/// @param basis `official-regain` or `net-dry`
/// @param sampling `submitted` or `drawn`
/// @param styleId decimal text
public record NewReport(
    @Nullable String number,
    @Nullable String lab,
    @Nullable String issuedOn,
    @Nullable String method,
    @Nullable String basis,
    @Nullable String sampling,
    @Nullable String styleId,
    @Nullable Long coversQuantity,
    @Nullable List<@Nullable RawPart> parts) {
  static final long MOST_PIECES = 100_000_000;
  static final List<String> BASES = List.of("official-regain", "net-dry");
  private static final Texts TEXTS = Texts.beside(NewReport.class);
  private static final List<String> SAMPLINGS = List.of("submitted", "drawn");
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  /// Stands for a style that was refused already; no style has this id.
  static final StyleId NO_STYLE = new StyleId(0);

  private static final Measured NOTHING = new Measured(List.of());

  /// What was read. A style is only a number here; whose it is shows later.
  record Checked(
      String number,
      String lab,
      LocalDate issuedOn,
      String method,
      String basis,
      Sampling sampling,
      StyleId style,
      long coversQuantity,
      Measured measured) {}

  /// Reads every field, noting what is wrong in `fields`.
  ///
  /// @param today in Asia/Shanghai
  Checked read(Fields fields, LocalDate today) {
    Measured measured = fields.read("parts", () -> Measured.of(parts));
    return new Checked(
        named(fields, "number", number, 60),
        named(fields, "lab", lab, 120),
        date(fields, today),
        fields.text("method", method, 120),
        choice(fields, "basis", basis, BASES),
        choice(fields, "sampling", sampling, SAMPLINGS).equals("drawn")
            ? Sampling.DRAWN
            : Sampling.SUBMITTED,
        style(fields),
        fields.number("coversQuantity", coversQuantity, 1, MOST_PIECES),
        measured == null ? NOTHING : measured);
  }

  /// A text that still says something once signs and spaces are taken out.
  private static String named(Fields fields, String field, @Nullable String value, int max) {
    String text = fields.text(field, value, max);
    if (!text.isEmpty() && Marks.key(text).isEmpty()) {
      fields.refuse(field, "report.nameless", TEXTS.words("report.nameless"));
    }
    return text;
  }

  private LocalDate date(Fields fields, LocalDate today) {
    String text = fields.text("issuedOn", issuedOn, 10);
    if (text.isEmpty()) {
      return EARLIEST;
    }
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.isAfter(today)) {
        fields.refuse("issuedOn", "report.future", TEXTS.words("report.future"));
      } else if (date.isBefore(EARLIEST)) {
        fields.refuse("issuedOn", "report.date", TEXTS.words("report.date"));
      }
      return date;
    } catch (DateTimeParseException e) {
      fields.refuse("issuedOn", "report.date", TEXTS.words("report.date"));
      return EARLIEST;
    }
  }

  private StyleId style(Fields fields) {
    String text = fields.text("styleId", styleId, 20);
    if (text.isEmpty()) {
      return NO_STYLE;
    }
    return StyleId.read(text)
        .orElseGet(() -> {
          fields.refuse("styleId", "report.style", TEXTS.words("report.style"));
          return NO_STYLE;
        });
  }

  private static String choice(
      Fields fields, String field, @Nullable String value, List<String> allowed) {
    String text = fields.text(field, value, 40);
    if (!text.isEmpty() && !allowed.contains(text)) {
      fields.refuse(
          field, "report.choice", TEXTS.words("report.choice", String.join(", ", allowed)));
    }
    return text;
  }
}
