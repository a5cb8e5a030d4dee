package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.Code;
import cn.zhenrong.issue.CodesReleased;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The life of codes, kept as spans of sequence numbers.
@Service
public class Life {
  private final Moving moving;
  private final SpanTable spans;
  private final Standings standings;
  private final Holds holds;

  Life(Moving moving, SpanTable spans, Standings standings, Holds holds) {
    this.moving = moving;
    this.spans = spans;
    this.standings = standings;
    this.holds = holds;
  }

  /// Where a code stands. One indexed read.
  public Standing standing(Code code) {
    return standing(code.batch(), code.sequence());
  }

  /// The same by the code's number: its serial need not be computed.
  public Standing standing(Batch batch, long sequence) {
    return standings.of(batch, spans.find(batch.id(), sequence));
  }

  /// Notes that the codes first…last (sequence numbers, inclusive) were printed or downloaded:
  /// ISSUED becomes RELEASED, all others stay as they are. Joins the caller's transaction.
  ///
  /// @throws cn.zhenrong.problem.Problem state-conflict if a hold lies on any of them, or for a
  ///   batch that has ended, even if this instance does not know it yet: no label of it goes out
  ///   any more
  @Transactional
  public void release(Caller who, Batch batch, long first, long last) {
    release(who, batch, new Range(first, last));
  }

  /// Lets papers about a batch go out that show no code of it.
  ///
  /// @throws cn.zhenrong.problem.Problem state-conflict if a hold lies on any code of the batch
  @Transactional(readOnly = true)
  public void requireNoHold(Batch batch) {
    requireNoHold(batch, new Range(1, batch.count()));
  }

  /// Runs in the publisher's transaction, if it has one: codes handed out are noted as such.
  @EventListener
  @Transactional
  void released(CodesReleased event) {
    release(event.caller(), event.batch(), new Range(event.first(), event.last()));
  }

  /// Labels of held goods do not leave the house; the transaction that notes the release ends here.
  /// The association, which holds them, may look at their codes.
  private void release(Caller who, Batch batch, Range codes) {
    if (!who.is(Role.ASSOCIATION)) {
      requireNoHold(batch, codes);
    }
    moving.move(batch, Deed.of(who, Move.RELEASE), List.of(codes));
  }

  private void requireNoHold(Batch batch, Range codes) {
    holds
        .onAny(batch, codes)
        .ifPresent(row -> {
          throw LifeTexts.conflict(
              row.recall() ? "release.recalled" : "release.on-hold", row.reason());
        });
  }
}
