package cn.zhenrong.issue;

import cn.zhenrong.evidence.Decision;
import cn.zhenrong.evidence.ReportId;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Parties;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Listing;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The batches there are.
///
/// Who sees which: the association all, a maker its own, and a QC bench every sealed one, because
/// it works on the codes of many makers; it is listed the open ones.
@Service
public class Batches {
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  /// More than any report covers garments for.
  private static final int MOST_UNDER = 100_000;

  private final BatchMapper mapper;
  private final OpenBatches open;
  private final Neighbours neighbours;
  private final Parties parties;
  private final JsonMapper json;

  Batches(
      BatchMapper mapper,
      OpenBatches open,
      Neighbours neighbours,
      Parties parties,
      JsonMapper json) {
    this.mapper = mapper;
    this.open = open;
    this.neighbours = neighbours;
    this.parties = parties;
    this.json = json;
  }

  /// A batch the caller may see, with its status as it is now.
  ///
  /// @throws Problem not-found if there is none or it is another party's
  public Batch get(Caller caller, BatchId id) {
    return loaded(mapper.batch(id.value()))
        .filter(batch -> maySee(caller, batch))
        .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND));
  }

  /// A batch whoever it belongs to. Read from memory where it can be: whether it was ended on
  /// another instance meanwhile is known to the lock its codes are moved under, not to this.
  public Optional<Batch> find(BatchId id) {
    return open.byId(id).or(() -> loaded(mapper.batch(id.value())));
  }

  /// The batch whose range holds an index, if it is in memory.
  public Optional<Batch> known(long index) {
    return open.holding(index);
  }

  /// The batch whose range holds an index. A range this instance does not know costs one look into
  /// Redis or the store; an index nobody has, at most one every two seconds.
  public Optional<Batch> holding(long index) {
    Optional<Batch> known = open.holding(index);
    if (known.isPresent() || open.isAbsent(index)) {
      return known;
    }
    Optional<Batch> batch =
        neighbours
            .holding(index)
            .map(open::kept)
            .or(() -> loaded(mapper.holding(index)).filter(found -> found.holds(index)));
    if (batch.isEmpty()) {
      open.noteAbsent(index);
    }
    return batch;
  }

  /// Batches the caller may see, newest first.
  ///
  /// @param status only those in this status
  List<Batch> page(Caller caller, @Nullable BatchStatus status, Listing listing) {
    boolean bench = caller.is(Role.QC);
    if (bench && status != null && status != BatchStatus.OPEN) {
      return List.of();
    }
    BatchStatus wanted = bench ? BatchStatus.OPEN : status;
    List<BatchRow> rows =
        mapper.page(
            seesAll(caller) ? null : (Long) caller.party(),
            wanted == null ? null : wanted.name(),
            listing.before(),
            listing.limit());
    return rows.isEmpty() ? List.of() : withLines(rows);
  }

  private List<Batch> withLines(List<BatchRow> rows) {
    Map<Long, List<LineRow>> lines =
        mapper.linesOf(rows.stream().map(BatchRow::id).toList()).stream()
            .collect(Collectors.groupingBy(LineRow::batchId));
    return rows.stream().map(row -> row.batch(lines.getOrDefault(row.id(), List.of()))).toList();
  }

  /// The batches under a report, however they stand.
  public List<BatchId> under(ReportId report) {
    return mapper.under(report.value(), MOST_UNDER).stream().map(BatchId::new).toList();
  }

  /// What was written about a batch.
  PapersRow papers(BatchId id) {
    return mapper.papers(id.value());
  }

  /// Quality control of a warehouse works for every maker; that of a maker for its own house only.
  private boolean maySee(Caller caller, Batch batch) {
    return caller.maySee(batch.party())
        || (caller.is(Role.QC) && seesAll(caller) && batch.status().isSealed());
  }

  private boolean seesAll(Caller caller) {
    return caller.is(Role.ASSOCIATION)
        || (caller.is(Role.QC) && parties.isNeutral(caller.partyId()));
  }

  private Optional<Batch> loaded(@Nullable BatchRow row) {
    return Optional.ofNullable(row).map(this::batch);
  }

  private Batch batch(BatchRow row) {
    return open.byId(new BatchId(row.id()))
        .filter(known -> known.status().name().equals(row.status()))
        .orElseGet(() -> open.kept(row.batch(mapper.lines(row.id()))));
  }

  /// What the gate decided when the batch was applied for.
  public Decision decision(BatchId id) {
    Batch batch = find(id).orElseThrow();
    Map<String, Object> kept = json.readValue(mapper.papers(id.value()).decision(), OBJECT);
    String edition = String.valueOf(kept.getOrDefault("edition", ""));
    return new Decision(batch.verdict(), batch.ruleSet(), edition, kept);
  }
}
