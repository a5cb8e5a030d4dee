package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Patience;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Reads a database of verifications and says whether each was counted once.
final class Counted {
  private static final Duration LONGEST = Duration.ofSeconds(90);

  private final JdbcClient sql;

  Counted(String url, Map<String, Object> stores) {
    this.sql =
        JdbcClient.create(
            new DriverManagerDataSource(
                url,
                String.valueOf(stores.get("spring.datasource.username")),
                String.valueOf(stores.get("spring.datasource.password"))));
  }

  Set<NonceId> nonces() {
    List<NonceId> found =
        sql.sql("SELECT nonce FROM scan_event")
            .query((row, _) -> NonceId.of(row.getBytes(1)))
            .list();
    Set<NonceId> ids = new HashSet<>(found);
    assertThat(ids).hasSameSizeAs(found);
    return ids;
  }

  /// All that was promised is there, nothing is there that was not sent, and the sums say the same.
  void exactly(Beacons beacons) {
    Set<NonceId> promised = beacons.promised();
    Patience.until(
        promised.size() + " promised beacons are counted",
        LONGEST,
        () -> nonces().containsAll(promised));
    assertThat(beacons.sent()).containsAll(nonces());
    Patience.until("the sums are the same", () -> sessions() == nonces().size());
    assertThat(sql.sql("SELECT COUNT(*) FROM scan_dead").query(Long.class).single()).isZero();
  }

  private long sessions() {
    Long sum =
        sql.sql("SELECT COALESCE(SUM(sessions), 0) FROM scanned_code").query(Long.class).single();
    return sum == null ? -1 : sum;
  }
}
