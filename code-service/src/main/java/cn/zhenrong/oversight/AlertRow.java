package cn.zhenrong.oversight;

import cn.zhenrong.scan.CloneRule;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of `alert`.
///
/// @param cause `batch/…` or `network/…`
/// @param batchId null if no batch is concerned
/// @param hits how often the rule hit; wrong codes for probing
/// @param codes how many codes it hit
/// @param provinces as bits of [cn.zhenrong.scan.ProvinceSet]
/// @param samples indexes of codes, parted by commas
/// @param outcome null while it is open
/// @param words of who closed it
record AlertRow(
    long id,
    CloneRule rule,
    String cause,
    @Nullable Long batchId,
    Instant firstAt,
    Instant lastAt,
    long hits,
    long codes,
    long provinces,
    String samples,
    @Nullable AlertOutcome outcome,
    @Nullable String words,
    @Nullable Long closedBy,
    @Nullable Instant closedAt) {
  private static final int SAMPLES = 5;

  static AlertRow open(
      long id,
      CloneRule rule,
      String cause,
      @Nullable Long batch,
      Instant firstAt,
      Instant lastAt,
      long hits,
      long codes,
      long provinces,
      String samples) {
    return new AlertRow(
        id, rule, cause, batch, firstAt, lastAt, hits, codes, provinces, samples, null, null, null,
        null);
  }

  /// A few of the codes, as indexes.
  List<Long> sampled() {
    return Arrays.stream(samples.split(","))
        .filter(text -> !text.isEmpty())
        .map(Long::valueOf)
        .distinct()
        .limit(SAMPLES)
        .toList();
  }
}
