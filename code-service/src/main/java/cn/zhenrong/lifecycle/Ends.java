package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.BatchStatus;
import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Rows;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes down that a batch ended: once as an event, and where every later change of its codes sees
/// it, on whatever instance.
@Component
class Ends {
  private final LifeMapper mapper;
  private final Clock clock;

  Ends(LifeMapper mapper, Clock clock) {
    this.mapper = mapper;
    this.clock = clock;
  }

  /// @param life what the batch's locked row is to say, but for the end
  /// @param leftOver labels nobody had used
  EndRow write(
      Caller who,
      Batch batch,
      LifeRow life,
      BatchStatus ending,
      long leftOver,
      @Nullable String words) {
    EndRow end =
        new EndRow(
            ending,
            life.lastEvent(),
            leftOver,
            words,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            who.party(),
            who.person(),
            Audit.requestId());
    long id = batch.id().value();
    Rows.one(mapper.insertEnd(id, end));
    LifeRow ended = new LifeRow(life.lastEvent(), life.inUse(), ending, life.places());
    Rows.one(mapper.advance(id, ended));
    return end;
  }
}
