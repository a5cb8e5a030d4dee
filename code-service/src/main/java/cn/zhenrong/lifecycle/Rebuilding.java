package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.BatchId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes the spans of a batch again from its events, the only truth there is about its codes.
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
    if (mapper.lock(batch.value()) == null) {
      return new Rebuilt(0, false);
    }
    List<SpanRow> meant = fromEvents(batch).stream().map(SpanRow::of).toList();
    boolean differs = !meant.equals(fromTable(batch));
    if (differs) {
      mapper.deleteAllSpans(batch.value());
      Moving.chunks(meant, rows -> mapper.insertSpans(batch.value(), rows));
    }
    return new Rebuilt(meant.size(), differs);
  }

  private List<Span> fromEvents(BatchId batch) {
    SpanList spans = new SpanList(List.of());
    List<EventRow> page = mapper.eventsAfter(batch.value(), 0, PAGE);
    while (!page.isEmpty()) {
      page.forEach(event -> spans.put(event.span()));
      page = mapper.eventsAfter(batch.value(), page.getLast().number(), PAGE);
    }
    return spans.spans();
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
