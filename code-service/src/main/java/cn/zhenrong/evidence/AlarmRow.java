package cn.zhenrong.evidence;

/// One row of `report_alarm`.
record AlarmRow(long reportId, String code, boolean closed) {
  Alarm alarm() {
    for (AlarmKind kind : AlarmKind.values()) {
      if (kind.code().equals(code)) {
        return new Alarm(kind, !closed);
      }
    }
    throw new IllegalStateException("no such kind of alarm");
  }
}
