package cn.zhenrong.lifecycle;

import cn.zhenrong.problem.Fields;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A hold as it was asked for.
///
/// @param recall left out means a hold
/// @param phone left out means the association's own
/// @param remedy what to do with recalled goods; left out means to stop wearing them and ask the
///   shop
public record NewHold(
    @Nullable Scope scope,
    @Nullable String reason,
    @Nullable Boolean recall,
    @Nullable String phone,
    @Nullable String remedy) {
  static final int LONGEST_REASON = 300;
  private static final int LONGEST_PHONE = 40;
  private static final String PHONE = "[0-9+() -]+";
  private static final String ID = "[0-9]{1,18}";

  /// Exactly one of the four.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Scope(
      @Nullable String batch,
      @Nullable String report,
      @Nullable String party,
      @Nullable Part range) {

    /// A scope as it is shown.
    static Scope of(HoldScope scope) {
      String id = Long.toString(scope.id());
      Range range = scope.range();
      return switch (scope.kind()) {
        case BATCH -> new Scope(id, null, null, null);
        case REPORT -> new Scope(null, id, null, null);
        case PARTY -> new Scope(null, null, id, null);
        case RANGE ->
            new Scope(
                null, null, null, range == null ? null : new Part(id, range.first(), range.last()));
      };
    }
  }

  /// Sequence numbers of a batch.
  public record Part(@Nullable String batch, @Nullable Long first, @Nullable Long last) {}

  /// What was asked for, read.
  record Wish(
      HoldScope scope,
      boolean recall,
      String reason,
      @Nullable String phone,
      @Nullable String remedy) {}

  Wish read() {
    Fields fields = new Fields();
    String why = fields.text("reason", reason, LONGEST_REASON);
    String call = fields.optionalText("phone", phone, LONGEST_PHONE);
    if (call != null && !call.matches(PHONE)) {
      fields.refuse("phone", "hold.phone", LifeTexts.TEXTS.words("hold.phone"));
    }
    String what = fields.optionalText("remedy", remedy, LONGEST_REASON);
    HoldScope read = scope(fields, fields.required("scope", scope, none()));
    fields.check();
    return new Wish(read, Boolean.TRUE.equals(recall), why, call, what);
  }

  private static Scope none() {
    return new Scope(null, null, null, null);
  }

  private static HoldScope scope(Fields fields, Scope scope) {
    long given =
        Stream.of(scope.batch, scope.report, scope.party, scope.range)
            .filter(Objects::nonNull)
            .count();
    if (given != 1) {
      fields.refuse("scope", "scope.one-of", LifeTexts.TEXTS.words("scope.one-of"));
      return new HoldScope(HoldScope.Kind.BATCH, 0, null);
    }
    if (scope.range != null) {
      return part(fields, scope.range);
    }
    if (scope.batch != null) {
      return whole(fields, HoldScope.Kind.BATCH, "scope.batch", scope.batch);
    }
    if (scope.report != null) {
      return whole(fields, HoldScope.Kind.REPORT, "scope.report", scope.report);
    }
    return whole(fields, HoldScope.Kind.PARTY, "scope.party", scope.party);
  }

  private static HoldScope whole(
      Fields fields, HoldScope.Kind kind, String field, @Nullable String id) {
    return new HoldScope(kind, id(fields, field, id), null);
  }

  private static HoldScope part(Fields fields, Part part) {
    long batch = id(fields, "scope.range.batch", part.batch);
    long first = fields.number("scope.range.first", part.first, 1, Selection.LAST_SEQUENCE);
    long last = fields.number("scope.range.last", part.last, 1, Selection.LAST_SEQUENCE);
    if (last < first) {
      fields.refuse(
          "scope.range.last", "selection.order", LifeTexts.TEXTS.words("selection.order"));
      return new HoldScope(HoldScope.Kind.RANGE, batch, Range.of(first));
    }
    return new HoldScope(HoldScope.Kind.RANGE, batch, new Range(first, last));
  }

  private static long id(Fields fields, String field, @Nullable String id) {
    if (id == null || !id.matches(ID)) {
      fields.refuse(field, "scope.id", LifeTexts.TEXTS.words("scope.id"));
      return 0;
    }
    return Long.parseLong(id);
  }
}
