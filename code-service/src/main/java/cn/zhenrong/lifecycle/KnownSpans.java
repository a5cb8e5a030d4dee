package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.BatchId;
import cn.zhenrong.redis.Far;
import cn.zhenrong.redis.Sharing;
import cn.zhenrong.redis.TwoLevels;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Spans as the public is told of them: in memory, stretch by stretch of a batch. Whoever changes
/// spans reads the table instead.
@Component
class KnownSpans {
  /// Codes in a stretch. One span or two for a batch that was worked off in order, and never more
  /// spans than codes.
  private static final int STRETCH = 4096;

  private static final int MOST = 20_000;
  private static final TypeReference<List<SpanRow>> ROWS = new TypeReference<>() {};

  private final SpanTable table;
  private final TwoLevels<Stretch, List<Span>> stretches;

  /// @param number codes from number × 4096 + 1 on
  record Stretch(long batch, long number) {
    static Stretch of(BatchId batch, long sequence) {
      return new Stretch(batch.value(), (sequence - 1) / STRETCH);
    }

    Range range() {
      return new Range(number * STRETCH + 1, (number + 1) * STRETCH);
    }

    String text() {
      return batch + "." + number;
    }

    static Stretch read(String text) {
      int dot = text.indexOf('.');
      return new Stretch(
          Long.parseLong(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1)));
    }
  }

  KnownSpans(SpanTable table, Sharing sharing, JsonMapper json) {
    this.table = table;
    this.stretches =
        sharing.cache(
            new TwoLevels.Kind<>(
                "spans1",
                MOST,
                new TwoLevels.Text<>(Stretch::text, Stretch::read),
                new Far.Bytes<>(
                    spans -> json.writeValueAsBytes(spans.stream().map(SpanRow::of).toList()),
                    bytes -> spans(json.readValue(bytes, ROWS))),
                this::load));
  }

  /// The spans around a code.
  ///
  /// @throws org.springframework.dao.DataAccessException if the store is away and nothing is known
  TwoLevels.Told<List<Span>> around(BatchId batch, long sequence) {
    return stretches.get(Stretch.of(batch, sequence));
  }

  /// The same from memory, whatever its age; empty if nothing is there.
  Optional<List<Span>> remembered(BatchId batch, long sequence) {
    return stretches.remembered(Stretch.of(batch, sequence));
  }

  /// The one of these spans a code lies in; null for one that nobody has touched.
  static @Nullable Span find(List<Span> spans, long sequence) {
    int low = 0;
    int high = spans.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Span span = spans.get(middle);
      if (span.holds(sequence)) {
        return span;
      }
      if (span.first() > sequence) {
        high = middle - 1;
      } else {
        low = middle + 1;
      }
    }
    return null;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void changed(SpansChanged event) {
    stretches.drop(
        event.ranges().stream()
            .flatMapToLong(range ->
                LongStream.rangeClosed((range.first() - 1) / STRETCH, (range.last() - 1) / STRETCH))
            .distinct()
            .mapToObj(number -> new Stretch(event.batch().value(), number))
            .toList());
  }

  private List<Span> load(Stretch stretch) {
    return table.all(stretch.batch(), stretch.range());
  }

  private static List<Span> spans(List<SpanRow> rows) {
    return rows.stream().map(SpanRow::span).toList();
  }
}
