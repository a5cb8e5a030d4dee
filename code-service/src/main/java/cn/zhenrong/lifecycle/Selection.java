package cn.zhenrong.lifecycle;

import cn.zhenrong.problem.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Codes of one batch as a person at the bench names them: by serial, or by first and last sequence
/// number. A reason belongs to some moves only.
public record Selection(
    @Nullable List<@Nullable String> serials,
    @Nullable Long first,
    @Nullable Long last,
    @Nullable String reason,
    @Nullable String words) {
  /// Codes first…last, for a move that needs no reason.
  public static Selection of(long first, long last) {
    return new Selection(null, first, last, null, null);
  }

  /// The largest batch there is.
  static final long LAST_SEQUENCE = 100_000_000;

  static final int MOST_SERIALS = 1000;

  /// Gathers what is wrong with the choice of codes.
  ///
  /// @param count codes in the batch
  void check(Fields fields, long count) {
    boolean byRange = first != null || last != null;
    if ((serials != null) == byRange) {
      fields.refuse("serials", "selection.one-of", LifeTexts.TEXTS.words("selection.one-of"));
    } else if (serials != null) {
      if (serials.isEmpty() || serials.size() > MOST_SERIALS) {
        fields.refuse(
            "serials",
            "selection.serials",
            LifeTexts.TEXTS.words("selection.serials", MOST_SERIALS));
      }
    } else {
      long from = fields.number("first", first, 1, count);
      long to = fields.number("last", last, 1, count);
      if (to < from) {
        fields.refuse("last", "selection.order", LifeTexts.TEXTS.words("selection.order"));
      }
    }
  }

  /// The serials, as they were sent.
  List<@Nullable String> scans() {
    return serials == null ? List.of() : serials;
  }

  /// The range, if the codes were named by one. Only after [#check].
  @Nullable Range range() {
    return first == null || last == null ? null : new Range(first, last);
  }
}
