package cn.zhenrong.evidence;

import cn.zhenrong.fibre.Measured;
import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Texts;
import cn.zhenrong.product.StyleId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A test report as its maker sends it; nothing here is trusted yet.
///
/// @param issuedOn ISO 8601 date
/// @param validUntil last day the report counts; may be left out
/// @param basis `official-regain` or `net-dry`
/// @param sampling `submitted` or `drawn`
/// @param sample what was tested; may be left out
/// @param lot the goods the report is for; may be left out
/// @param styleId decimal text
public record NewReport(
    @Nullable String number,
    @Nullable String lab,
    @Nullable String issuedOn,
    @Nullable String validUntil,
    @Nullable String method,
    @Nullable String basis,
    @Nullable String sampling,
    @Nullable NewSample sample,
    @Nullable NewLot lot,
    @Nullable String styleId,
    @Nullable Long coversQuantity,
    @Nullable List<@Nullable RawPart> parts) {
  static final long MOST_PIECES = 100_000_000;
  static final List<String> BASES = List.of("official-regain", "net-dry");
  private static final Texts TEXTS = Texts.beside(NewReport.class);
  private static final List<String> SAMPLINGS = List.of("submitted", "drawn");
  private static final NewSample NO_SAMPLE = new NewSample(null, null, null, null);
  private static final NewLot NO_LOT = new NewLot(null, null);

  /// Stands for a style that was refused already; no style has this id.
  static final StyleId NO_STYLE = new StyleId(0);

  private static final Measured NOTHING = new Measured(List.of());

  /// @param takenOn ISO 8601 date
  public record NewSample(
      @Nullable String description,
      @Nullable String styleNo,
      @Nullable String takenBy,
      @Nullable String takenOn) {}

  /// @param madeOn ISO 8601 date
  public record NewLot(@Nullable String number, @Nullable String madeOn) {}

  /// What was read. A style is only a number here; whose it is shows later.
  record Checked(
      String number,
      String lab,
      LocalDate issuedOn,
      @Nullable LocalDate validUntil,
      String method,
      String basis,
      Sampling sampling,
      Sample sample,
      StyleId style,
      long coversQuantity,
      Measured measured) {}

  /// Reads every field, noting what is wrong in `fields`.
  ///
  /// @param today in Asia/Shanghai
  Checked read(Fields fields, LocalDate today) {
    Measured measured = fields.read("parts", () -> Measured.of(parts));
    Dates dates = new Dates(fields, today);
    LocalDate issued = dates.past("issuedOn", issuedOn);
    LocalDate until = dates.optional("validUntil", validUntil);
    dates.inOrder(issued, until, "validUntil", "report.valid-until");
    return new Checked(
        named(fields, "number", number, 60),
        named(fields, "lab", lab, 120),
        issued,
        until,
        fields.text("method", method, 120),
        choice(fields, "basis", basis, BASES),
        choice(fields, "sampling", sampling, SAMPLINGS).equals("drawn")
            ? Sampling.DRAWN
            : Sampling.SUBMITTED,
        readSample(fields, dates),
        style(fields),
        fields.number("coversQuantity", coversQuantity, 1, MOST_PIECES),
        measured == null ? NOTHING : measured);
  }

  /// A text that still says something once signs and spaces are taken out.
  static String named(Fields fields, String field, @Nullable String value, int max) {
    String text = fields.text(field, value, max);
    if (!text.isEmpty() && Marks.key(text).isEmpty()) {
      fields.refuse(field, "report.nameless", TEXTS.words("report.nameless"));
    }
    return text;
  }

  private Sample readSample(Fields fields, Dates dates) {
    NewSample sent = sample == null ? NO_SAMPLE : sample;
    NewLot goods = lot == null ? NO_LOT : lot;
    return new Sample(
        fields.optionalText("sample.description", sent.description(), 200),
        fields.optionalText("sample.styleNo", sent.styleNo(), 60),
        fields.optionalText("sample.takenBy", sent.takenBy(), 60),
        dates.optionalPast("sample.takenOn", sent.takenOn()),
        fields.optionalText("lot.number", goods.number(), 60),
        dates.optionalPast("lot.madeOn", goods.madeOn()));
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
