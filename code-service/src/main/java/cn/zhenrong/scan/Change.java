package cn.zhenrong.scan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a group of events did to one code.
///
/// @param before null if it was never verified
/// @param steps at least one, the earliest first
record Change(@Nullable CodeRecord before, List<Step> steps) {

  /// One event, and the code's record with it.
  record Step(ScanEvent event, CodeRecord after) {}

  /// @param events at least one, all of this code, the earliest first
  static Change of(@Nullable CodeRecord before, List<Fresh> events) {
    List<Step> steps = new ArrayList<>(events.size());
    CodeRecord record = before;
    for (Fresh fresh : events) {
      record = Tally.after(record, fresh);
      steps.add(new Step(fresh.event(), record));
    }
    return new Change(before, steps);
  }

  CodeRecord after() {
    return steps.getLast().after();
  }
}
