package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.redis.Loads;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/// With the store away.
class SuspicionsTest {
  private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
  private static final CloneRuleBook BOOK = new CloneRuleBook();

  private final Suspicions suspicions =
      new Suspicions(BOOK, new SignalWords(BOOK), new StoreAway(), new Loads());

  @Test
  void aCodeNoRuleHitNeedsNoStore() {
    assertThat(suspicions.of(code(0))).isEmpty();
  }

  @Test
  void aCodeARuleHitIsNotGreenForWantOfFacts() {
    int bits = CloneRule.TWO_OPENINGS.bit() | CloneRule.IMPOSSIBLE_TRAVEL.bit();

    List<Suspicion> told = suspicions.of(code(bits));

    assertThat(told)
        .extracting(Suspicion::rule)
        .containsExactly(CloneRule.IMPOSSIBLE_TRAVEL, CloneRule.TWO_OPENINGS);
    assertThat(told.getFirst().words()).isEqualTo(BOOK.words(CloneRule.IMPOSSIBLE_TRAVEL).name());
    assertThat(told.getFirst().lastAt()).isEqualTo(NOON.plusSeconds(60));
  }

  private static CodeRecord code(int signals) {
    Seen seen = new Seen(SampleScans.device(1), null, NOON, NOON.plusSeconds(60), 2, false);
    return new CodeRecord(42, NOON, null, 2, null, 0, List.of(seen), signals);
  }

  private static final class StoreAway implements SignalMapper {
    private static DataAccessResourceFailureException away() {
      return new DataAccessResourceFailureException("away");
    }

    @Override
    public int add(List<SignalRow> rows) {
      throw away();
    }

    @Override
    public int remember(Collection<Long> indexes, int bit) {
      throw away();
    }

    @Override
    public List<SignalRow> dismissed(Collection<Long> indexes) {
      throw away();
    }

    @Override
    public List<SignalRow> ofCode(long index) {
      throw away();
    }

    @Override
    public List<SignalRow> ofRange(Signals.Reach reach, int limit) {
      throw away();
    }

    @Override
    public int dismiss(Signals.Reach reach, Instant at) {
      throw away();
    }
  }
}
