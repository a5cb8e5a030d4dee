package cn.zhenrong.evidence;

import java.util.EnumSet;
import java.util.Set;

/// What earlier reports have in common with one report.
record Sightings(
    boolean numberReused, boolean numberOtherLab, boolean resultsRepeated, boolean fileReused) {

  Set<AlarmKind> kinds() {
    Set<AlarmKind> kinds = EnumSet.noneOf(AlarmKind.class);
    add(kinds, numberReused, AlarmKind.NUMBER_REUSED);
    add(kinds, numberOtherLab, AlarmKind.NUMBER_OTHER_LAB);
    add(kinds, resultsRepeated, AlarmKind.RESULTS_REPEATED);
    add(kinds, fileReused, AlarmKind.FILE_REUSED);
    return kinds;
  }

  private static void add(Set<AlarmKind> kinds, boolean seen, AlarmKind kind) {
    if (seen) {
      kinds.add(kind);
    }
  }
}
