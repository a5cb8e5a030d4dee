package cn.zhenrong.benchmarks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The lookup as a team would write it first: a row for each code with a unique index, joined with
/// what all codes of a batch share, and Redis in front of it.
@RestController
@ConditionalOnProperty(Baselines.BESIDE)
class RowPerCode {
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final StringRedisTemplate redis;
  private final String sql;

  RowPerCode(JdbcClient jdbc, StringRedisTemplate redis, String table) {
    this.jdbc = jdbc;
    this.redis = redis;
    this.sql =
        "SELECT c.serial, c.status, b.answer FROM "
            + table
            + " c JOIN "
            + table
            + "_batch b ON b.id = c.batch_id WHERE c.serial = ?";
  }

  @GetMapping("/row/{serial}")
  ResponseEntity<String> code(@PathVariable String serial) {
    String key = "bench:code:" + serial;
    String known = redis.opsForValue().get(key);
    if (known == null) {
      Optional<String> row = jdbc.sql(sql).param(serial).query(RowPerCode::json).optional();
      if (row.isEmpty()) {
        return ResponseEntity.notFound().build();
      }
      known = row.get();
      redis.opsForValue().set(key, known, KEPT);
    }
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(known);
  }

  private static String json(ResultSet row, int number) throws SQLException {
    return "{\"serial\":\""
        + row.getString(1)
        + "\",\"status\":\""
        + row.getString(2)
        + "\","
        + row.getString(3)
        + "}";
  }
}
