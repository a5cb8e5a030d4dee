package cn.zhenrong.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/// The least a service can do that keeps its word: one small row into a table and a commit, on the
/// service's own database server, with the same driver.
final class Commits implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement insert;

  Commits(Connection connection) throws SQLException {
    this.connection = connection;
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS small_row"
              + " (id BIGINT NOT NULL PRIMARY KEY, words VARCHAR(40) NOT NULL) ENGINE = InnoDB");
    }
    connection.setAutoCommit(false);
    this.insert = connection.prepareStatement("INSERT INTO small_row (id, words) VALUES (?, ?)");
  }

  /// Writes one row and commits.
  ///
  /// @return milliseconds
  double once() throws SQLException {
    long start = System.nanoTime();
    insert.setLong(1, ThreadLocalRandom.current().nextLong());
    insert.setString(2, "one small row");
    insert.executeUpdate();
    connection.commit();
    return (System.nanoTime() - start) / 1e6;
  }

  /// What the server says about how it commits.
  Map<String, String> server() throws SQLException {
    Map<String, String> server = new LinkedHashMap<>();
    for (String name :
        new String[] {
          "version", "innodb_flush_log_at_trx_commit", "innodb_flush_method", "log_bin"
        }) {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT @@" + name)) {
        row.next();
        server.put(name, row.getString(1));
      }
    }
    return server;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
