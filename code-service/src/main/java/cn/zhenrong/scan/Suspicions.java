package cn.zhenrong.scan;

import cn.zhenrong.redis.Loads;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// What a shopper is told of the rules that hit. A code none of them hit costs no read: its record
/// says so; that of another is read at most every two seconds.
@Component
class Suspicions {
  private static final int MOST = 10_000;
  private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();

  private final CloneRuleBook book;
  private final SignalWords words;
  private final Remembered<List<SignalRow>> rows;

  Suspicions(CloneRuleBook book, SignalWords words, SignalMapper mapper, Loads loads) {
    this.book = book;
    this.words = words;
    this.rows =
        new Remembered<>(
            MOST,
            _ -> 1,
            index -> loads.now(() -> mapper.ofCode(index)),
            readAt -> System.nanoTime() - readAt < FRESH_NANOS);
  }

  /// At most one a rule.
  List<Suspicion> of(CodeRecord code) {
    if (code.signals() == 0) {
      return List.of();
    }
    try {
      return rows.get(code.index()).stream()
          .filter(row -> book.words(row.rule()).onPage())
          .map(words::suspicion)
          .toList();
    } catch (DataAccessException | TransactionException e) {
      // Whether a person dismissed it is not known now; to say nothing would be to say all is well.
      return Arrays.stream(CloneRule.values())
          .filter(rule -> (code.signals() & rule.bit()) != 0)
          .map(rule -> words.bare(rule, code))
          .toList();
    }
  }
}
