package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.Code;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;

/// Holds and recalls in force on a batch, a report, a party or a range.
///
/// They are few, so each instance keeps all of them, read anew at most a second after a change
/// elsewhere: a lookup costs no query.
@Service
public class Holds {
  private static final Duration KEPT = Duration.ofSeconds(1);
  private static final Comparator<HoldRow> STRICTEST_FIRST =
      Comparator.comparing(HoldRow::recall).reversed().thenComparing(HoldRow::placedAt);

  private final LoadingCache<String, Map<String, List<HoldRow>>> kept;

  Holds(HoldMapper mapper) {
    this.kept =
        Caffeine.newBuilder()
            .maximumSize(1)
            .expireAfterWrite(KEPT)
            .build(_ -> bySubject(mapper.inForce()));
  }

  /// The strictest hold in force on a code: a recall before a hold, the older first.
  public Optional<Hold> on(Code code) {
    Range place = Range.of(code.sequence());
    return of(code.batch())
        .filter(row -> row.scope().touches(place))
        .min(STRICTEST_FIRST)
        .map(HoldRow::hold);
  }

  /// The strictest hold on every code of a batch.
  Optional<HoldRow> onAll(Batch batch) {
    return of(batch).filter(row -> row.scope().range() == null).min(STRICTEST_FIRST);
  }

  /// Holds on parts of a batch, the strictest first.
  List<HoldRow> onParts(Batch batch) {
    return of(batch).filter(row -> row.scope().range() != null).sorted(STRICTEST_FIRST).toList();
  }

  @TransactionalEventListener(fallbackExecution = true)
  void changed(HoldsChanged event) {
    kept.invalidateAll();
  }

  private Stream<HoldRow> of(Batch batch) {
    Map<String, List<HoldRow>> rows = kept.get("in force");
    if (rows.isEmpty()) {
      return Stream.empty();
    }
    return Arrays.stream(HoldScope.subjectsOf(batch))
        .flatMap(subject -> rows.getOrDefault(subject, List.of()).stream());
  }

  private static Map<String, List<HoldRow>> bySubject(List<HoldRow> rows) {
    return rows.stream().collect(Collectors.groupingBy(row -> row.scope().subject()));
  }
}
