package cn.zhenrong.scan;

import cn.zhenrong.issue.BatchId;
import java.time.Instant;
import java.util.List;

/// Rules hit and that was written down; published in the transaction that counts. Hits a person
/// dismissed are left out.
public record SignalsKept(List<Group> groups) {
  /// The most codes named of a group.
  static final int SAMPLES = 5;

  /// The hits of one rule on the codes of one batch.
  ///
  /// @param hits how many
  /// @param fresh how many codes the rule never hit before
  /// @param provinces as bits of [ProvinceSet]
  /// @param samples indexes of a few of the codes
  public record Group(
      CloneRule rule,
      BatchId batch,
      Instant firstAt,
      Instant lastAt,
      long hits,
      int fresh,
      long provinces,
      List<Long> samples) {}
}
