package cn.zhenrong.evidence;

import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// Reads the dates of one form: ISO 8601, from the year 2000 on.
final class Dates {
  static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
  private static final Texts TEXTS = Texts.beside(Dates.class);

  private final Fields fields;
  private final LocalDate today;

  /// @param today in Asia/Shanghai
  Dates(Fields fields, LocalDate today) {
    this.fields = fields;
    this.today = today;
  }

  /// A day that must be there and has come; [#EARLIEST] if it is refused.
  LocalDate past(String field, @Nullable String value) {
    LocalDate date = read(field, fields.text(field, value, 10));
    return date == null || isFuture(field, date) ? EARLIEST : date;
  }

  /// A day that has come, or none.
  @Nullable LocalDate optionalPast(String field, @Nullable String value) {
    LocalDate date = read(field, fields.optionalText(field, value, 10));
    return date == null || isFuture(field, date) ? null : date;
  }

  /// A day that must be there, past or to come; [#EARLIEST] if it is refused.
  LocalDate any(String field, @Nullable String value) {
    LocalDate date = read(field, fields.text(field, value, 10));
    return date == null ? EARLIEST : date;
  }

  /// A day past or to come, or none.
  @Nullable LocalDate optional(String field, @Nullable String value) {
    return read(field, fields.optionalText(field, value, 10));
  }

  /// Notes that two days stand in the wrong order.
  void inOrder(@Nullable LocalDate first, @Nullable LocalDate second, String field, String code) {
    if (first != null && second != null && second.isBefore(first)) {
      fields.refuse(field, code, TEXTS.words(code));
    }
  }

  private boolean isFuture(String field, LocalDate date) {
    if (date.isAfter(today)) {
      fields.refuse(field, "report.future", TEXTS.words("report.future"));
      return true;
    }
    return false;
  }

  private @Nullable LocalDate read(String field, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(text);
      if (!date.isBefore(EARLIEST) && date.isBefore(LATEST)) {
        return date;
      }
    } catch (DateTimeParseException e) {
      // refused below, in the same words as a date that is out of bounds
    }
    fields.refuse(field, "report.date", TEXTS.words("report.date"));
    return null;
  }
}
