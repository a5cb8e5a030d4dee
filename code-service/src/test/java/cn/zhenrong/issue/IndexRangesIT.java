package cn.zhenrong.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.party.Ids;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.testing.Stores;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/// Ranges of indexes on a real database of their own; each `IndexRanges` is what one instance has.
class IndexRangesIT {
  private final Clock clock = Clock.systemUTC();
  private final List<IndexRanges> instances = new ArrayList<>();
  private HikariDataSource pool;
  private JdbcTemplate sql;

  @BeforeEach
  void aDatabase() {
    pool = new HikariDataSource();
    pool.setJdbcUrl(Stores.newDatabaseUrl());
    pool.setUsername(setting("spring.datasource.username"));
    pool.setPassword(setting("spring.datasource.password"));
    pool.setMaximumPoolSize(2);
    pool.setConnectionTimeout(2000);
    Flyway.configure().dataSource(pool).locations("classpath:db/migration").load().migrate();
    sql = new JdbcTemplate(pool);
  }

  @AfterEach
  void close() {
    instances.forEach(IndexRanges::close);
    pool.close();
  }

  private record Given(IndexRange range, long codes) {
    long first() {
      return range.first();
    }

    long end() {
      return range.first() + codes;
    }
  }

  @Test
  void givesNoIndexTwiceWhateverTheSizesAndHoweverManyAsk() throws Exception {
    List<Callable<List<Given>>> askers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      IndexRanges instance = instance();
      askers.add(() -> many(instance));
      askers.add(() -> many(instance));
    }
    List<Given> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(askers.size())) {
      for (Future<List<Given>> each : threads.invokeAll(askers)) {
        all.addAll(each.get());
      }
    }
    all.sort(Comparator.comparingLong(Given::first));
    assertThat(all.getFirst().first()).isPositive();
    for (int i = 1; i < all.size(); i++) {
      assertThat(all.get(i).first()).isGreaterThanOrEqualTo(all.get(i - 1).end());
    }
    assertThat(all).allMatch(this::liesInItsBlock);
    assertThat(all.getLast().end()).isLessThanOrEqualTo(nextIndex());
  }

  @Test
  void takesABlockForManyBatchesAndTouchesTheDatabaseOnce() {
    IndexRanges instance = instance();
    IndexRange first = instance.take(10);
    long after = nextIndex();
    IndexRange second = instance.take(1000);

    assertThat(second).isEqualTo(new IndexRange(first.block(), first.first() + 10));
    assertThat(nextIndex()).isEqualTo(after).isEqualTo(first.first() + IndexRanges.BLOCK);
  }

  @Test
  void aLargeBatchHasABlockOfItsOwnAndLeavesTheSmallOnesTheirs() {
    IndexRanges instance = instance();
    IndexRange small = instance.take(10);
    IndexRange large = instance.take(100_000_000);
    IndexRange next = instance.take(10);

    assertThat(large.block()).isNotEqualTo(small.block());
    assertThat(next).isEqualTo(new IndexRange(small.block(), small.first() + 10));
  }

  @Test
  void aRestartLeavesAGapAndNoDuplicate() {
    IndexRange before = instance().take(10);
    IndexRange after = instance().take(10);
    assertThat(after.first()).isEqualTo(before.first() + IndexRanges.BLOCK);
  }

  @Test
  void usesTheLastIndexAndRefusesWhatGoesBeyond() {
    sql.update("UPDATE code_range SET next_index = ?", IndexRanges.LAST - 99);
    IndexRanges instance = instance();

    refuses(instance, 101);
    assertThat(nextIndex()).isEqualTo(IndexRanges.LAST - 99);
    assertThat(instance.take(100).first()).isEqualTo(IndexRanges.LAST - 99);
    refuses(instance, 1);
    assertThat(nextIndex()).isEqualTo(IndexRanges.LAST + 1);
  }

  @Test
  void takesABlockWhileEveryConnectionOfThePoolIsInUse() throws SQLException {
    IndexRanges instance = instance();
    try (Connection one = pool.getConnection();
        Connection two = pool.getConnection()) {
      assertThat(one).isNotSameAs(two);
      assertThat(instance.take(5).first()).isPositive();
    }
  }

  private List<Given> many(IndexRanges instance) {
    Random random = new Random();
    List<Given> given = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      long codes =
          i % 10 == 0
              ? IndexRanges.BLOCK - 1 + random.nextInt(3)
              : 1 + random.nextInt((int) IndexRanges.BLOCK / 4);
      given.add(new Given(instance.take(codes), codes));
    }
    return given;
  }

  private boolean liesInItsBlock(Given given) {
    Integer found =
        sql.queryForObject(
            "SELECT COUNT(*) FROM code_block WHERE id = ? AND first_index <= ?"
                + " AND first_index + size >= ?",
            Integer.class,
            given.range().block(),
            given.first(),
            given.end());
    return found != null && found == 1;
  }

  private static void refuses(IndexRanges instance, long codes) {
    assertThatThrownBy(() -> instance.take(codes))
        .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
        .extracting(Problem::kind)
        .isEqualTo(ProblemKind.STATE_CONFLICT);
  }

  private IndexRanges instance() {
    try {
      IndexRanges made = new IndexRanges(pool, new Ids(clock, new Random()), clock);
      instances.add(made);
      return made;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long nextIndex() {
    Long next = sql.queryForObject("SELECT next_index FROM code_range", Long.class);
    return next == null ? 0 : next;
  }

  private static String setting(String name) {
    return String.valueOf(Stores.running().settings().get(name));
  }
}
