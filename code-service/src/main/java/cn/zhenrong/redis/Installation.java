package cn.zhenrong.redis;

import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The name of this installation, made with its database. What is kept for the database outside of
/// it carries the name, so that it is never taken for another one's that shares Redis or a disk.
@Component
public class Installation {
  private final String name;

  Installation(JdbcTemplate jdbc) {
    this.name =
        Objects.requireNonNull(
            jdbc.queryForObject("SELECT name FROM scan_installation", String.class));
  }

  /// 32 characters of 0–9 and a–f.
  public String name() {
    return name;
  }
}
