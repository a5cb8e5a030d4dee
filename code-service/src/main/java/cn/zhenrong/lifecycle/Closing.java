package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.BatchStatus;
import cn.zhenrong.issue.Ending;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Closes batches whose labels are all accounted for: what is unused by record was counted by hand,
/// and nothing else was. After that an unused label never comes into use; goods go on as they were.
@Service
public class Closing {
  private final Access access;
  private final Scanning scanning;
  private final Moving moving;
  private final SpanTable spans;
  private final LifeMapper mapper;
  private final Ending ending;
  private final Ends ends;

  Closing(
      Access access,
      Scanning scanning,
      Moving moving,
      SpanTable spans,
      LifeMapper mapper,
      Ending ending,
      Ends ends) {
    this.access = access;
    this.scanning = scanning;
    this.moving = moving;
    this.spans = spans;
    this.mapper = mapper;
    this.ending = ending;
    this.ends = ends;
  }

  /// What a count came to.
  ///
  /// @param end null unless the batch is closed
  record Result(Differences differences, @Nullable EndRow end) {}

  /// What is unused by record: what a count would have to find. Differences from an empty count.
  Result look(Caller who, BatchId id) {
    Batch batch = access.batch(who, id, Role.values());
    Access.requireSealed(batch);
    return new Result(differences(batch, Ranges.of(List.of())), mapper.findEnd(id.value()));
  }

  /// Compares a count with the record, and closes the batch if they agree. Once more with the same
  /// count changes nothing.
  ///
  /// @param dry compares only
  /// @throws Problem not-found, not-allowed, invalid-input; state-conflict, with member
  ///   `differences` if count and record disagree
  @Transactional
  Result close(Caller who, BatchId id, Count count, boolean dry) {
    Batch batch = access.batch(who, id, Role.MAKER, Role.ASSOCIATION);
    Fields fields = new Fields();
    count.check(fields);
    fields.check();
    Access.requireSealed(batch);
    Ranges counted = counted(who, batch, count);
    LifeRow life = moving.lock(batch);
    if (life.ended() == BatchStatus.CANCELLED) {
      throw LifeTexts.conflict("batch.cancelled");
    }
    Differences differences = differences(batch, counted);
    EndRow end = mapper.findEnd(id.value());
    if (dry) {
      return new Result(differences, end);
    }
    if (!differences.none()) {
      throw LifeTexts.conflict("closing.differs").with("differences", differences.told());
    }
    if (end == null) {
      ending.close(who, id);
      end = ends.write(who, batch, life, BatchStatus.CLOSED, differences.left(), null);
    }
    return new Result(differences, end);
  }

  private Differences differences(Batch batch, Ranges counted) {
    Differences differences = new Differences(counted);
    spans.read(batch.id(), List.of(new Range(1, batch.count())), differences::compare);
    return differences;
  }

  private Ranges counted(Caller who, Batch batch, Count count) {
    Fields fields = new Fields();
    List<Range> ranges = new ArrayList<>(count.ranges(fields, batch.count()));
    Wanted scanned = scanning.list(who, batch, count.scans());
    for (Refused refused : scanned.refused()) {
      fields.refuse("serials[" + refused.index() + "]", "serial.not-of-batch", refused.words());
    }
    fields.check();
    ranges.addAll(scanned.ranges());
    return Ranges.of(ranges);
  }
}
