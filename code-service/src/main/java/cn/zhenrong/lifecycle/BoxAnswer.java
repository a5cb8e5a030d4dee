package cn.zhenrong.lifecycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A box as it goes to staff.
///
/// @param codes how many were put into it
/// @param openedBecause the move of one of its codes that opened it; null if it was opened by hand
/// @param items each code, in the answer about one box only
@JsonInclude(JsonInclude.Include.NON_NULL)
record BoxAnswer(
    String id,
    String party,
    boolean sealed,
    int codes,
    @Nullable String note,
    Instant sealedAt,
    String sealedBy,
    @Nullable Instant openedAt,
    @Nullable String openedBy,
    @Nullable Move openedBecause,
    @Nullable String openedWords,
    @Nullable List<ItemAnswer> items) {

  record ItemAnswer(String serial, String batch, long sequence, CodeState status) {
    static ItemAnswer of(Boxes.Item item) {
      return new ItemAnswer(
          item.code().serial().text(),
          item.code().batch().id().toString(),
          item.code().sequence(),
          item.state());
    }
  }

  static BoxAnswer of(BoxRow row) {
    return of(row, null);
  }

  static BoxAnswer of(BoxRow row, @Nullable List<Boxes.Item> items) {
    return new BoxAnswer(
        row.boxId().toString(),
        Long.toString(row.partyId()),
        row.isSealed(),
        row.codes(),
        row.note(),
        row.sealedAt(),
        Long.toString(row.sealedBy()),
        row.openedAt(),
        row.openedBy() == null ? null : Long.toString(row.openedBy()),
        row.openedMove(),
        row.openedWords(),
        items == null ? null : items.stream().map(ItemAnswer::of).toList());
  }
}
