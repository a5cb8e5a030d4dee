package cn.zhenrong.lifecycle;

import cn.zhenrong.code.Serial;
import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.Code;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.issue.CodesReleased;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The life of codes, kept as spans of sequence numbers.
@Service
public class Life {
  private final Moving moving;
  private final SpanTable spans;
  private final KnownSpans known;
  private final Codes codes;
  private final Holds holds;

  Life(Moving moving, SpanTable spans, KnownSpans known, Codes codes, Holds holds) {
    this.moving = moving;
    this.spans = spans;
    this.known = known;
    this.codes = codes;
    this.holds = holds;
  }

  /// Where a code stands. One indexed read.
  public Standing standing(Code code) {
    return standing(code.batch(), code.sequence());
  }

  /// The same by the code's number: its serial need not be computed.
  public Standing standing(Batch batch, long sequence) {
    return standing(batch, spans.find(batch.id(), sequence));
  }

  /// Where a code stands, for the public: from memory where it can be, and a change shows within
  /// seconds.
  ///
  /// @throws org.springframework.dao.DataAccessException if the store is away and nothing is known
  public Standing shown(Code code) {
    return shown(code.batch(), code.sequence());
  }

  /// The same by the code's number: its serial need not be computed.
  ///
  /// @throws org.springframework.dao.DataAccessException if the store is away and nothing is known
  public Standing shown(Batch batch, long sequence) {
    return standing(batch, known.find(batch.id(), sequence));
  }

  /// What was last told of a code, however long ago; empty if nothing is in memory. Asks no store
  /// and waits for nobody.
  public Optional<Standing> remembered(Batch batch, long sequence) {
    return known.remembered(batch.id(), sequence).map(last -> standing(batch, last.span()));
  }

  /// Whether what [#shown] just told is at most half a minute old.
  public boolean isCurrent(Code code) {
    return known.isCurrent(code.batch().id(), code.sequence());
  }

  private Standing standing(Batch batch, @Nullable Span span) {
    if (span == null) {
      return new Standing(CodeState.ISSUED, null, null, null, null, false);
    }
    Mark mark = span.mark();
    return new Standing(
        mark.state(),
        mark.reason(),
        mark.words(),
        serial(batch, mark.successor()),
        span.latest(),
        mark.soldAgain(),
        serial(batch, mark.predecessor()));
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

  private @Nullable Serial serial(Batch batch, @Nullable Long sequence) {
    return sequence == null ? null : codes.at(batch, sequence).serial();
  }
}
