package cn.zhenrong.issue;

import cn.zhenrong.redis.Far;
import cn.zhenrong.redis.Sharing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Sealed batches in Redis, stretch by stretch of the indexes, so that an instance that starts does
/// not ask the store for what another one read. Nothing about them changes again but their status,
/// so nobody ever has to take one back; one accepted later is not among them and is looked for in
/// the store.
@Component
class Neighbours {
  private static final int STRETCH = 1 << 16;
  private static final int MOST = 64;

  private final BatchMapper mapper;
  private final Far<Long, Rows> far;

  /// @param rows empty where they would be too many
  record Rows(List<BatchRow> rows, List<LineRow> lines) {
    static final Rows NONE = new Rows(List.of(), List.of());
  }

  Neighbours(BatchMapper mapper, Sharing sharing, JsonMapper json) {
    this.mapper = mapper;
    this.far =
        sharing.far(
            new Far.Kind<>(
                "batches1",
                Duration.ofHours(6),
                String::valueOf,
                new Far.Bytes<>(
                    json::writeValueAsBytes, bytes -> json.readValue(bytes, Rows.class))));
  }

  /// The sealed batch whose range holds an index, as far as it is among these.
  Optional<Batch> holding(long index) {
    Rows found = far.get(index / STRETCH, this::load);
    Map<Long, List<LineRow>> lines =
        found.lines().stream().collect(Collectors.groupingBy(LineRow::batchId));
    return found.rows().stream()
        .map(row -> row.batch(lines.getOrDefault(row.id(), List.of())))
        .filter(batch -> batch.holds(index))
        .findFirst();
  }

  private Rows load(long stretch) {
    long first = stretch * STRETCH;
    List<BatchRow> rows = new ArrayList<>(mapper.beginning(first, first + STRETCH - 1, MOST + 1));
    if (rows.size() > MOST) {
      return Rows.NONE;
    }
    BatchRow before = mapper.holding(first - 1);
    if (before != null) {
      rows.add(before);
    }
    rows.removeIf(row -> !BatchStatus.valueOf(row.status()).isSealed());
    return rows.isEmpty()
        ? Rows.NONE
        : new Rows(rows, mapper.linesOf(rows.stream().map(BatchRow::id).toList()));
  }
}
