package cn.zhenrong.scan;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How verifications are kept.
///
/// @param journalFolder where scans wait while Redis is away
/// @param journalMegabytes how much of them at most
/// @param streamEntries how many groups of scans may wait in Redis; a group is at most
///   [Intake#GROUP] scans, 15 kB
/// @param keepDays how many days single scans are kept; sums stay
/// @param networks file of network prefixes and their provinces, or `classpath:` and a name; none:
///   provinces are not known
/// @param cloneThresholds file with thresholds in the place of those in the jar, for the rules it
///   names; none: those in the jar
@ConfigurationProperties("zhenrong.scan")
record ScanSettings(
    Path journalFolder,
    @DefaultValue("1024") int journalMegabytes,
    @DefaultValue("50000") int streamEntries,
    @DefaultValue("180") int keepDays,
    @Nullable String networks,
    @Nullable String cloneThresholds) {

  ScanSettings {
    if (journalMegabytes < 1 || streamEntries < 1) {
      throw new IllegalArgumentException("zhenrong.scan: a bound is at least 1");
    }
    if (keepDays < 2) {
      throw new IllegalArgumentException("zhenrong.scan.keep-days is at least 2");
    }
  }
}
