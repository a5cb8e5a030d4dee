package cn.zhenrong.lifecycle;

import cn.zhenrong.problem.Words;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A code, or a run of codes, that did not move, and why.
///
/// @param index place in the list that was sent, from 0; null where a range or a file was sent
/// @param row row of the file that was sent, from 1
/// @param serial null for a run, and for what was sent but is no serial
/// @param first sequence number of the first, where a range was sent
/// @param last sequence number of the last, where a range was sent
/// @param reason stable name, such as `ALREADY_ACTIVE` or `NEVER_ISSUED`
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Refused(
    @Nullable Integer index,
    @Nullable Integer row,
    @Nullable String serial,
    @Nullable Long first,
    @Nullable Long last,
    String reason,
    Words words) {

  /// How codes that were named one by one are told apart: by their place.
  interface Naming {
    Refused refused(int place, @Nullable String serial, String reason, Words words);
  }

  static Refused scanned(int index, @Nullable String serial, String reason, Words words) {
    return new Refused(index, null, serial, null, null, reason, words);
  }

  static Refused inRow(int row, @Nullable String serial, String reason, Words words) {
    return new Refused(null, row, serial, null, null, reason, words);
  }

  static Refused run(Range range, @Nullable String serial, String reason, Words words) {
    return new Refused(null, null, serial, range.first(), range.last(), reason, words);
  }

  /// Where it stood in what was sent.
  long place() {
    return first != null ? first : index != null ? index : row != null ? row : 0;
  }
}
