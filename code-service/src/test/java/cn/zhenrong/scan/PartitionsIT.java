package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Stores;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Days come and go in a database of its own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartitionsIT {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private DriverManagerDataSource database;

  @BeforeAll
  void migrate() {
    Map<String, Object> stores = Stores.running().settings();
    database =
        new DriverManagerDataSource(
            Stores.newDatabaseUrl(),
            String.valueOf(stores.get("spring.datasource.username")),
            String.valueOf(stores.get("spring.datasource.password")));
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration/scan")
        .load()
        .migrate();
  }

  @Test
  void thereIsAWeekAheadAndNothingOlderThanWhatIsKept() {
    keep(TODAY);
    assertThat(days(TODAY)).hasSize(9).startsWith(TODAY.minusDays(1)).endsWith(TODAY.plusDays(7));
    keep(TODAY);
    assertThat(days(TODAY)).as("done again, done once").hasSize(9);
    insert(TODAY);
    insert(TODAY.plusDays(20));

    LocalDate later = TODAY.plusDays(10);
    keep(later);
    assertThat(days(later))
        .startsWith(TODAY)
        .endsWith(later.plusDays(7))
        .doesNotContain(TODAY.minusDays(1));
    assertThat(rows()).as("the tenth day behind today is kept").isEqualTo(2);

    keep(TODAY.plusDays(11));
    assertThat(rows()).as("the eleventh is not").isEqualTo(1);
    keep(TODAY.plusDays(25));
    assertThat(
            JdbcClient.create(database)
                .sql("SELECT COUNT(*) FROM scan_event PARTITION (p20261212)")
                .query(Long.class)
                .single())
        .as("what came before its day had a partition moved into it")
        .isEqualTo(1);
  }

  private void keep(LocalDate today) {
    partitions(today).keep();
  }

  private List<LocalDate> days(LocalDate today) {
    return partitions(today).days();
  }

  private Partitions partitions(LocalDate today) {
    Instant noon = today.atTime(12, 0).toInstant(ZoneOffset.UTC);
    return new Partitions(
        database,
        Clock.fixed(noon, ZoneOffset.UTC),
        new ScanSettings(Path.of("unused"), 1, 1, 10, null, null));
  }

  private void insert(LocalDate day) {
    Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    new ScanTables(database).insertNew(List.of(SampleScans.event(SampleScans.index(), 1, noon)));
  }

  private long rows() {
    return JdbcClient.create(database)
        .sql("SELECT COUNT(*) FROM scan_event")
        .query(Long.class)
        .single();
  }
}
