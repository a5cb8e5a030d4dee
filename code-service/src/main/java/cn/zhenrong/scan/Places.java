package cn.zhenrong.scan;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.Batches;
import cn.zhenrong.lifecycle.Life;
import cn.zhenrong.lifecycle.Standings;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Where codes stand, for the clone rules.
@Component
class Places {
  private final Batches batches;
  private final Life life;
  private final Standings standings;

  Places(Batches batches, Life life, Standings standings) {
    this.batches = batches;
    this.life = life;
    this.standings = standings;
  }

  /// A code and its batch.
  record Place(Batch batch, Stood stood) {}

  /// Where a code stands as far as this instance knows without asking anybody; null if it does not.
  @Nullable Stood remembered(long index) {
    return batches
        .known(index)
        .flatMap(batch -> standings.remembered(batch, sequence(batch, index)))
        .map(Stood::of)
        .orElse(null);
  }

  /// Where a code stands now; null if no batch has it. From memory where that can be; what cannot
  /// be had there in a moment is read.
  ///
  /// @throws DataAccessException if the store is away
  @Nullable Place now(long index) {
    return batches.holding(index).map(batch -> new Place(batch, stood(batch, index))).orElse(null);
  }

  private Stood stood(Batch batch, long index) {
    try {
      return Stood.of(standings.of(batch, sequence(batch, index)).standing());
    } catch (DataAccessException e) {
      return Stood.of(life.standing(batch, sequence(batch, index)));
    }
  }

  private static long sequence(Batch batch, long index) {
    return index - batch.first() + 1;
  }
}
