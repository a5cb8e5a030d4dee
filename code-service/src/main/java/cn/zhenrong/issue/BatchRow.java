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
///
/// @param pieces codes of all lines, spares included
/// @param garments pieces without the spares: what report and quota are asked for
/// @param overSize whether it was larger than the maker may apply for without approval
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
    @Nullable Long blockId,
    long pieces,
    long garments,
    int epoch,
    int slot,
    @Nullable String statement,
    String verdict,
    String ruleSet,
    String edition,
    long appliedBy,
    @Nullable Long reviewedBy,
    boolean overSize,
    Instant createdAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant openedAt) {

  /// The row of an accepted batch.
  BatchRow accepted(IndexRange range, int nowEpoch, int nowSlot, Instant now) {
    return new BatchRow(
        id,
        partyId,
        styleId,
        labelId,
        reportId,
        profile,
        externalNo,
        BatchStatus.SEALING.name(),
        range.first(),
        range.block(),
        pieces,
        garments,
        nowEpoch,
        nowSlot,
        statement,
        verdict,
        ruleSet,
        edition,
        appliedBy,
        reviewedBy,
        overSize,
        createdAt,
        now,
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
        waitsFor(),
        lines.stream().map(LineRow::line).toList(),
        createdAt);
  }

  private List<Waiting> waitsFor() {
    if (!status.equals(BatchStatus.AWAITING_REVIEW.name())) {
      return List.of();
    }
    return Waiting.of(verdict.equals("REVIEW"), overSize);
  }
}
