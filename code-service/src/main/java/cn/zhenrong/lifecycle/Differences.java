package cn.zhenrong.lifecycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a count of unused labels and the record disagree, to the sequence number.
final class Differences {
  static final int MOST_RUNS = 1000;

  private final Ranges counted;
  private final List<Run> missing = new ArrayList<>();
  private final List<Run> unexpected = new ArrayList<>();
  private long left;
  private boolean more;

  /// Labels next to each other.
  ///
  /// @param state where the record has them
  record Run(long first, long last, CodeState state) {}

  /// @param missing unused by record, and not counted
  /// @param unexpected counted, but of another state by record
  /// @param more whether further runs were left out
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Told(List<Run> missing, List<Run> unexpected, @Nullable Boolean more) {}

  Differences(Ranges counted) {
    this.counted = counted;
  }

  /// Compares codes that stand alike.
  void compare(SpanList.Run run) {
    CodeState state = run.mark().state();
    if (state.isUnused()) {
      left += run.range().length();
      counted.outside(run.range()).forEach(part -> add(missing, part, state));
    } else {
      counted.within(run.range()).forEach(part -> add(unexpected, part, state));
    }
  }

  /// Unused labels by record.
  long left() {
    return left;
  }

  boolean none() {
    return missing.isEmpty() && unexpected.isEmpty();
  }

  Told told() {
    return new Told(missing, unexpected, more ? true : null);
  }

  private void add(List<Run> runs, Range part, CodeState state) {
    if (!runs.isEmpty()
        && runs.getLast().last() + 1 == part.first()
        && runs.getLast().state() == state) {
      runs.add(new Run(runs.removeLast().first(), part.last(), state));
    } else if (missing.size() + unexpected.size() < MOST_RUNS) {
      runs.add(new Run(part.first(), part.last(), state));
    } else {
      more = true;
    }
  }
}
