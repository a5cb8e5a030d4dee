package cn.zhenrong.issue;

import cn.zhenrong.code.Profile;
import cn.zhenrong.code.Statement;
import cn.zhenrong.evidence.ReportId;
import cn.zhenrong.party.PartyId;
import cn.zhenrong.product.LabelId;
import cn.zhenrong.product.StyleId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of `batch` without its papers.
record BatchRow(
    long id,
    long partyId,
    long styleId,
    long labelId,
    long reportId,
    String profile,
    @Nullable String externalNo,
    String status,
    @Nullable Long firstIndex,
    long pieces,
    int epoch,
    int slot,
    @Nullable String statement,
    String verdict,
    String ruleSet,
    String edition,
    long appliedBy,
    @Nullable Long reviewedBy,
    Instant createdAt,
    @Nullable Instant openedAt) {

  /// The row once a range is reserved.
  BatchRow accepted(long first, int nowEpoch, int nowSlot) {
    return new BatchRow(
        id,
        partyId,
        styleId,
        labelId,
        reportId,
        profile,
        externalNo,
        BatchStatus.SEALING.name(),
        first,
        pieces,
        nowEpoch,
        nowSlot,
        statement,
        verdict,
        ruleSet,
        edition,
        appliedBy,
        reviewedBy,
        createdAt,
        openedAt);
  }

  Batch batch(List<LineRow> lines) {
    return new Batch(
        new BatchId(id),
        new PartyId(partyId),
        new StyleId(styleId),
        new LabelId(labelId),
        new ReportId(reportId),
        Profile.read(profile).orElseThrow(),
        externalNo,
        BatchStatus.valueOf(status),
        firstIndex == null ? 0 : firstIndex,
        pieces,
        epoch,
        slot,
        statement == null ? null : new Statement(statement),
        verdict,
        ruleSet,
        reviewedBy != null && firstIndex != null,
        lines.stream().map(LineRow::line).toList(),
        createdAt);
  }
}
