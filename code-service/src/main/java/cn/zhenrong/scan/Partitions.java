package cn.zhenrong.scan;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Keeps a partition for each day of single scans: some ahead, so that none has to be made in a
/// hurry, and none older than what is kept. Every instance does it; who comes second finds it done.
@Component
class Partitions {
  private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);
  private static final int TIME_OUT_SECONDS = 10;
  private static final int DAYS_AHEAD = 7;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'p'uuuuMMdd", Locale.ROOT);

  private final JdbcTemplate sql;
  private final Clock clock;
  private final int keepDays;

  Partitions(DataSource pool, Clock clock, ScanSettings settings) {
    this.sql = new JdbcTemplate(pool);
    sql.setQueryTimeout(TIME_OUT_SECONDS);
    this.clock = clock;
    this.keepDays = settings.keepDays();
  }

  @Scheduled(fixedDelayString = "PT1H")
  void keep() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    try {
      List<LocalDate> days = days();
      add(days, today);
      drop(days, today.minusDays(keepDays));
    } catch (DataAccessException e) {
      // Most often another instance that does the same.
      LOG.info("partitions of scans wait an hour: {}", e.getClass().getSimpleName());
    }
  }

  /// The days that have a partition, in order.
  List<LocalDate> days() {
    return sql
        .queryForList(
            """
            SELECT partition_name FROM information_schema.partitions
            WHERE table_schema = DATABASE() AND table_name = 'scan_event' AND partition_name <> 'later'
            ORDER BY partition_ordinal_position
            """,
            String.class)
        .stream()
        .map(name -> LocalDate.parse(name, NAME))
        .toList();
  }

  /// Cuts the days to come off the partition for everything later, which is empty unless no
  /// instance ran for a week.
  private void add(List<LocalDate> days, LocalDate today) {
    LocalDate from = days.isEmpty() ? today.minusDays(1) : days.getLast().plusDays(1);
    LocalDate to = today.plusDays(DAYS_AHEAD + 1);
    if (!from.isBefore(to)) {
      return;
    }
    String added =
        from.datesUntil(to)
            .map(day ->
                "PARTITION " + day.format(NAME) + " VALUES LESS THAN ('" + day.plusDays(1) + "'), ")
            .collect(Collectors.joining());
    sql.execute(
        "ALTER TABLE scan_event REORGANIZE PARTITION later INTO ("
            + added
            + "PARTITION later VALUES LESS THAN (MAXVALUE))");
  }

  private void drop(List<LocalDate> days, LocalDate oldest) {
    String old =
        days.stream()
            .filter(day -> day.isBefore(oldest))
            .map(day -> day.format(NAME))
            .collect(Collectors.joining(", "));
    if (!old.isEmpty()) {
      sql.execute("ALTER TABLE scan_event DROP PARTITION " + old);
      LOG.info("single scans before {} were dropped", oldest);
    }
  }
}
