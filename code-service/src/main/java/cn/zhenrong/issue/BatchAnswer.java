package cn.zhenrong.issue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A batch as it goes to the outside.
///
/// @param count codes, spares included
/// @param garments what they are for
/// @param waitsFor why the batch is not accepted yet; empty unless it waits
/// @param sealedLeaves how many codes are under the manifest's tree already; equals `count` when
///   the batch is open
/// @param decision the gate's whole decision, in the answer about one batch only
/// @param review the reviewer's words, if there was a review
/// @param reviewer who it was, when, and on which reading of the rules
record BatchAnswer(
    String id,
    String party,
    String styleId,
    String labelId,
    String reportId,
    String profile,
    @Nullable String externalNo,
    BatchStatus status,
    List<Waiting> waitsFor,
    long count,
    long garments,
    long sealedLeaves,
    String verdict,
    String ruleSet,
    boolean reviewed,
    @Nullable String statement,
    List<LineAnswer> lines,
    Instant createdAt,
    @Nullable Map<String, Object> decision,
    @Nullable String review,
    @Nullable Reviewer reviewer) {

  /// @param reading of the rules the decision rests on; null if none was in doubt
  record Reviewer(String person, @Nullable Instant at, @Nullable String reading) {}

  /// @param firstSequence sequence number of the line's first label; the spare ones are at its end
  /// @param firstSpare sequence number of the first spare label; null without spares
  record LineAnswer(
      int line,
      String colour,
      String size,
      @Nullable String gtin,
      long quantity,
      long spares,
      long firstSequence,
      long lastSequence,
      @Nullable Long firstSpare) {
    static LineAnswer of(Line line) {
      return new LineAnswer(
          line.number(),
          line.colour(),
          line.size(),
          line.key().key().isEmpty() ? null : line.key().key(),
          line.quantity(),
          line.spares(),
          line.firstSequence(),
          line.last(),
          line.spares() == 0 ? null : (Long) (line.firstSequence() + line.quantity()));
    }
  }

  static BatchAnswer of(Batch batch, long sealedLeaves) {
    return new BatchAnswer(
        batch.id().toString(),
        batch.party().toString(),
        batch.style().toString(),
        batch.label().toString(),
        batch.report().toString(),
        batch.profile().word(),
        batch.externalNo(),
        batch.status(),
        batch.waitsFor(),
        batch.count(),
        batch.garments(),
        sealedLeaves,
        batch.verdict(),
        batch.ruleSet(),
        batch.reviewed(),
        batch.statement() == null ? null : batch.statement().text(),
        batch.lines().stream().map(LineAnswer::of).toList(),
        batch.createdAt(),
        null,
        null,
        null);
  }

  BatchAnswer with(Map<String, Object> decision, PapersRow papers) {
    Long by = papers.reviewedBy();
    return new BatchAnswer(
        id,
        party,
        styleId,
        labelId,
        reportId,
        profile,
        externalNo,
        status,
        waitsFor,
        count,
        garments,
        sealedLeaves,
        verdict,
        ruleSet,
        reviewed,
        statement,
        lines,
        createdAt,
        decision,
        papers.words(),
        by == null ? null : new Reviewer(Long.toString(by), papers.reviewedAt(), papers.reading()));
  }
}
