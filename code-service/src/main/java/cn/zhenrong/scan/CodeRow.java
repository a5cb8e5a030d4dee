package cn.zhenrong.scan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A code's record as its row has it.
record CodeRow(
    long codeIndex,
    Instant firstAt,
    @Nullable Integer firstProvince,
    long sessions,
    @Nullable Instant openedAt,
    int openedClaims,
    byte[] devices,
    int signals) {

  CodeRecord record() {
    return new CodeRecord(
        codeIndex,
        firstAt,
        firstProvince == null ? null : ScanBytes.province(firstProvince),
        sessions,
        openedAt,
        openedClaims,
        DeviceBytes.unpack(devices),
        signals);
  }
}
