package cn.zhenrong.lifecycle;

import cn.zhenrong.code.Serial;
import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.Code;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.redis.TwoLevels;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Where codes stand, for the public: from memory where it can be, and a change shows within
/// seconds. Apart from [Life], which Spring stands in front of for its transactions: a shopper's
/// answer goes through nothing it does not need.
@Service
public class Standings {
  private final KnownSpans known;
  private final Codes codes;

  Standings(KnownSpans known, Codes codes) {
    this.known = known;
    this.codes = codes;
  }

  /// What was told of a code.
  ///
  /// @param isCurrent whether it is at most half a minute old
  public record Shown(Standing standing, boolean isCurrent) {}

  /// @throws org.springframework.dao.DataAccessException if the store is away and nothing is known
  public Shown of(Code code) {
    return of(code.batch(), code.sequence());
  }

  /// The same by the code's number: its serial need not be computed.
  ///
  /// @throws org.springframework.dao.DataAccessException if the store is away and nothing is known
  public Shown of(Batch batch, long sequence) {
    TwoLevels.Told<List<Span>> spans = known.around(batch.id(), sequence);
    return new Shown(of(batch, KnownSpans.find(spans.value(), sequence)), spans.isCurrent());
  }

  /// What was last told of a code, however long ago; empty if nothing is in memory. Asks no store
  /// and waits for nobody.
  public Optional<Standing> remembered(Batch batch, long sequence) {
    return known
        .remembered(batch.id(), sequence)
        .map(spans -> of(batch, KnownSpans.find(spans, sequence)));
  }

  /// @param span the code lies in, null if nobody has touched it
  Standing of(Batch batch, @Nullable Span span) {
    if (span == null) {
      return Standing.UNTOUCHED;
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

  private @Nullable Serial serial(Batch batch, @Nullable Long sequence) {
    return sequence == null ? null : codes.at(batch, sequence).serial();
  }
}
