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

/// One accepted application: a range of indexes, all with the same label, report and key.
///
/// @param first first index of the range; 0 while the batch has none
/// @param count codes of all lines, spares included
/// @param statement of the main part, if the composition can be written as one
/// @param verdict the gate's word, `PASS` or `REVIEW`
/// @param reviewed whether a second person of the association approved it
/// @param waitsFor why it is not accepted yet; empty unless it waits
public record Batch(
    BatchId id,
    PartyId party,
    StyleId style,
    LabelId label,
    ReportId report,
    Profile profile,
    @Nullable String externalNo,
    BatchStatus status,
    long first,
    long count,
    int epoch,
    int slot,
    @Nullable Statement statement,
    String verdict,
    String ruleSet,
    boolean reviewed,
    List<Waiting> waitsFor,
    List<Line> lines,
    Instant createdAt) {

  /// How many garments the codes are for: as many as can be in use at a time.
  public long garments() {
    return lines.stream().mapToLong(Line::quantity).sum();
  }

  public boolean holds(long index) {
    return first > 0 && index >= first && index < first + count;
  }

  /// The line a sequence number (from 1) belongs to.
  public Line lineOf(long sequence) {
    for (Line line : lines) {
      if (sequence <= line.last()) {
        return line;
      }
    }
    throw new IllegalArgumentException("sequence beyond the batch");
  }
}
