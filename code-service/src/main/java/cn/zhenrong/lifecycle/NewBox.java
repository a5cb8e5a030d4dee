package cn.zhenrong.lifecycle;

import cn.zhenrong.problem.Fields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A box as it was packed: codes by scan, or by sequence numbers of one batch.
///
/// @param ranges several stretches; `first` and `last` are one
record NewBox(
    @Nullable List<@Nullable String> serials,
    @Nullable String batch,
    @Nullable Long first,
    @Nullable Long last,
    @Nullable List<@Nullable Part> ranges,
    @Nullable String note) {
  private static final int LONGEST_NOTE = 200;

  /// Sequence numbers, both ends inclusive.
  record Part(@Nullable Long first, @Nullable Long last) {

    /// Reads it; what is wrong is gathered in `fields`.
    ///
    /// @param path of this in the body, with a dot behind it unless empty
    Range read(Fields fields, String path, long count) {
      long from = fields.number(path + "first", first, 1, count);
      long to = fields.number(path + "last", last, 1, count);
      if (to < from) {
        fields.refuse(path + "last", "selection.order", LifeTexts.TEXTS.words("selection.order"));
        return Range.of(from);
      }
      return new Range(from, to);
    }
  }

  @Nullable String note(Fields fields) {
    return fields.optionalText("note", note, LONGEST_NOTE);
  }

  /// The serials, if it was packed by scan.
  @Nullable List<@Nullable String> scans(Fields fields) {
    if ((serials == null) == (batch == null)) {
      refuse(fields, "box.one-of");
    } else if (serials != null && (serials.isEmpty() || serials.size() > BoxSeals.MOST_CODES)) {
      refuse(fields, "box.codes");
    }
    return serials;
  }

  /// The sequence numbers, if it was packed by those.
  ///
  /// @param count codes in the batch
  Ranges numbers(Fields fields, long count) {
    List<@Nullable Part> parts = ranges == null ? List.of(new Part(first, last)) : ranges;
    if (parts.isEmpty() || parts.size() > BoxSeals.MOST_CODES) {
      refuse(fields, "box.codes");
      return Ranges.of(List.of());
    }
    List<Range> read = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      String path = ranges == null ? "" : "ranges[" + i + "].";
      read.add((part == null ? new Part(null, null) : part).read(fields, path, count));
    }
    Ranges numbers = Ranges.of(read);
    if (numbers.size() > BoxSeals.MOST_CODES) {
      refuse(fields, "box.codes");
    }
    return numbers;
  }

  private void refuse(Fields fields, String code) {
    fields.refuse(
        serials == null ? "batch" : "serials",
        code,
        LifeTexts.TEXTS.words(code, BoxSeals.MOST_CODES));
  }
}
