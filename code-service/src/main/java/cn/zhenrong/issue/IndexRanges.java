package cn.zhenrong.issue;

import cn.zhenrong.party.Ids;
import cn.zhenrong.party.Rows;
import cn.zhenrong.problem.ProblemKind;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Hands out index ranges from a block that belongs to this instance alone, so instances never wait
/// for one another. What a crash or a rollback leaves of a block is never used: a gap, not a
/// duplicate.
///
/// A block is taken in a short transaction of its own while the transaction of a batch is open on
/// another connection. It has its own connection for that: out of the shared pool, as many batches
/// at once as the pool has connections would wait for one another.
@Component
class IndexRanges {
  /// The last index there is (code-format §1).
  static final long LAST = (1L << 45) - 1;

  /// Indexes in a block: a restart costs at most so many.
  static final long BLOCK = 1L << 20;

  private final HikariDataSource pool;
  private final JdbcTemplate sql;
  private final TransactionTemplate transaction;
  private final Ids ids;
  private final Clock clock;
  private @Nullable Block current;

  IndexRanges(DataSource shared, Ids ids, Clock clock) throws SQLException {
    this.pool = oneConnection(shared.unwrap(HikariDataSource.class));
    this.sql = new JdbcTemplate(pool);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
    this.ids = ids;
    this.clock = clock;
  }

  /// What is left of a block.
  private record Block(long id, long next, long left) {
    Block after(long codes) {
      return new Block(id, next + codes, left - codes);
    }
  }

  /// A contiguous range nobody else has or ever gets.
  ///
  /// @param codes at least 1
  /// @throws cn.zhenrong.problem.Problem state-conflict if so many are not left before 2^45
  synchronized IndexRange take(long codes) {
    if (codes < 1) {
      throw new IllegalArgumentException("a range has at least one index");
    }
    Block from = current == null || current.left() < codes ? fresh(codes) : current;
    Block rest = from.after(codes);
    // The larger rest is kept: one large batch must not cost the block of the small ones.
    if (current == null || from.id() == current.id() || rest.left() > current.left()) {
      current = rest;
    }
    return new IndexRange(from.id(), from.next());
  }

  /// Takes no more from the current block: the database does not know it or refused what it gave.
  synchronized void forget(long block) {
    if (current != null && current.id() == block) {
      current = null;
    }
  }

  @PreDestroy
  void close() {
    pool.close();
  }

  private Block fresh(long codes) {
    return taken(Math.max(codes, BLOCK))
        .or(() -> taken(codes))
        .orElseThrow(() -> IssueTexts.problem(ProblemKind.STATE_CONFLICT, "indexes.used-up"));
  }

  private Optional<Block> taken(long size) {
    Block block =
        transaction.execute(_ -> {
          int moved =
              sql.update(
                  "UPDATE code_range SET next_index = LAST_INSERT_ID(next_index) + ?"
                      + " WHERE id = 1 AND next_index <= ?",
                  size,
                  LAST + 1 - size);
          if (moved == 0) {
            return null;
          }
          Long first = sql.queryForObject("SELECT LAST_INSERT_ID()", Long.class);
          Block made = new Block(ids.next(), first == null ? 0 : first, size);
          Rows.one(
              sql.update(
                  "INSERT INTO code_block (id, first_index, size, taken_at) VALUES (?, ?, ?, ?)",
                  made.id(),
                  made.next(),
                  size,
                  Timestamp.from(clock.instant())));
          return made;
        });
    return Optional.ofNullable(block);
  }

  private static HikariDataSource oneConnection(HikariDataSource shared) {
    HikariConfig config = new HikariConfig();
    shared.copyStateTo(config);
    config.setPoolName("blocks");
    config.setMaximumPoolSize(1);
    config.setMinimumIdle(0);
    // The stores may be away when this is made; the shared pool says so in its own time.
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }
}
