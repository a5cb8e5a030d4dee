package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.BatchStatus;
import cn.zhenrong.party.Rows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes the spans of a batch again from its events, the only truth there is about its codes, and
/// with them what its row says: how many are in use, and whether it ended.
@Service
class Rebuilding {
  private static final int PAGE = 1000;

  private final LifeMapper mapper;

  Rebuilding(LifeMapper mapper) {
    this.mapper = mapper;
  }

  /// What a rebuild found.
  ///
  /// @param spans how many there are now
  /// @param differed whether they were not what the events say
  record Rebuilt(long spans, boolean differed) {}

  /// Compares spans with events while the batch stands still, and puts right what differs.
  @Transactional
  Rebuilt rebuild(BatchId batch) {
    LifeRow life = mapper.lock(batch.value());
    if (life == null) {
      return new Rebuilt(0, false);
    }
    SpanList told = new SpanList(List.of());
    // Whoever changes the batch next counts its lines.
    LifeRow meantLife = new LifeRow(replay(batch, told), inUse(told.spans()), ended(batch), null);
    List<SpanRow> meant = told.spans().stream().map(SpanRow::of).toList();
    boolean differs = !meant.equals(fromTable(batch));
    if (differs) {
      mapper.deleteAllSpans(batch.value());
      SpanTable.chunks(meant, rows -> mapper.insertSpans(batch.value(), rows));
    }
    if (!life.equals(meantLife)) {
      Rows.one(mapper.advance(batch.value(), meantLife));
    }
    return new Rebuilt(meant.size(), differs || !life.uncounted().equals(meantLife));
  }

  /// Lays down every change.
  ///
  /// @return the number of the last
  private long replay(BatchId batch, SpanList spans) {
    long number = 0;
    List<EventRow> page = mapper.eventsAfter(batch.value(), 0, PAGE);
    while (!page.isEmpty()) {
      page.forEach(event -> spans.put(event.span()));
      number = page.getLast().number();
      page = mapper.eventsAfter(batch.value(), number, PAGE);
    }
    return number;
  }

  private static long inUse(List<Span> spans) {
    return spans.stream()
        .filter(span -> span.mark().state().isInUse())
        .mapToLong(span -> span.last() - span.first() + 1)
        .sum();
  }

  private @Nullable BatchStatus ended(BatchId batch) {
    EndRow end = mapper.findEnd(batch.value());
    return end == null ? null : end.ending();
  }

  List<SpanRow> fromTable(BatchId batch) {
    List<SpanRow> all = new ArrayList<>();
    List<SpanRow> page = mapper.spansFrom(batch.value(), 1, Long.MAX_VALUE, PAGE);
    while (!page.isEmpty()) {
      all.addAll(page);
      page =
          mapper.spansFrom(batch.value(), page.getLast().firstSequence() + 1, Long.MAX_VALUE, PAGE);
    }
    return all;
  }
}
