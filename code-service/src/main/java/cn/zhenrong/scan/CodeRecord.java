package cn.zhenrong.scan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that is kept of one code's verifications: one row.
///
/// @param index of the code in the installation
/// @param firstAt when it was verified first
/// @param firstProvince where that was, if known
/// @param sessions by all devices
/// @param openedAt when somebody first said that the package had just been opened
/// @param openedClaims how often that was said
/// @param devices those that verified it last, at most [#MOST_DEVICES], the latest first
/// @param signals the clone rules that hit and that shoppers are told of, as bits of
///   [CloneRule#bit]; written by [SignalKeeping] alone
record CodeRecord(
    long index,
    Instant firstAt,
    @Nullable Province firstProvince,
    long sessions,
    @Nullable Instant openedAt,
    int openedClaims,
    List<Seen> devices,
    int signals) {

  /// Older devices are forgotten: one that comes back after so many others is a new one.
  static final int MOST_DEVICES = 32;

  CodeRecord {
    devices = List.copyOf(devices);
  }
}
