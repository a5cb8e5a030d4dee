package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.BatchStatus;
import cn.zhenrong.issue.Ending;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Cancels batches of which no label has left the house: all codes become void, the report gets its
/// pieces back, the numbers stay used. A download takes the same lock, so it comes before, and the
/// batch cannot be cancelled, or after, and gets nothing.
@Service
public class Cancelling {
  private final Access access;
  private final Moving moving;
  private final SpanTable spans;
  private final Histories histories;
  private final BoxMapper boxes;
  private final Ending ending;
  private final Ends ends;

  Cancelling(
      Access access,
      Moving moving,
      SpanTable spans,
      Histories histories,
      BoxMapper boxes,
      Ending ending,
      Ends ends) {
    this.access = access;
    this.moving = moving;
    this.spans = spans;
    this.histories = histories;
    this.boxes = boxes;
    this.ending = ending;
    this.ends = ends;
  }

  /// Cancels a batch, or an application that waits for its review. Once more changes nothing.
  ///
  /// @param reason in words, at most 200 characters
  /// @throws Problem not-found, not-allowed, invalid-input; state-conflict while it is being
  ///   sealed, when it ended otherwise, or, with member `balance`, when codes of it were handed out
  ///   or moved
  @Transactional
  public void cancel(Caller who, BatchId id, @Nullable String reason) {
    Batch batch = access.batch(who, id, Role.MAKER, Role.ASSOCIATION);
    Fields fields = new Fields();
    String words = fields.text("reason", reason, ReasonInput.LONGEST_WORDS);
    fields.check();
    Deed deed = new Deed(who, Move.VOID, Reason.BATCH_CANCELLED, words);
    Change change = moving.begin(batch, deed);
    BatchStatus before = ending.cancel(who, id, words);
    if (before == BatchStatus.OPEN) {
      requireUntouched(who, batch, change);
      Range all = new Range(1, batch.count());
      spans.edit(
          change, List.of(all), (list, run) -> change.put(list, run, Moving.after(run, deed)));
    }
    if (before != BatchStatus.CANCELLED) {
      ends.write(who, batch, change.life(), BatchStatus.CANCELLED, 0, words);
    }
  }

  private void requireUntouched(Caller who, Batch batch, Change change) {
    if (change.life().lastEvent() > 0) {
      throw LifeTexts.conflict("cancel.moved").with("balance", histories.balance(who, batch.id()));
    }
    if (boxes.anyOf(batch.id().value())) {
      throw LifeTexts.conflict("cancel.boxed");
    }
  }
}
