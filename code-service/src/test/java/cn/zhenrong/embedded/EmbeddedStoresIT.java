package cn.zhenrong.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoresIT {
  @TempDir Path folder;

  /// In a folder below the system's temporary one, which the library would empty at each start, and
  /// with what a first start that was interrupted leaves behind.
  @Test
  void keepsDataFromOneStartToTheNextAndRepairsAnInterruptedFirstOne() throws Exception {
    Files.createDirectories(folder.resolve("mariadb/data/mysql"));
    withStores(connection -> {
      connection.createStatement().execute("CREATE TABLE kept (word VARCHAR(10))");
      connection.createStatement().execute("INSERT INTO kept VALUES ('still')");
    });
    withStores(connection -> {
      var rows = connection.createStatement().executeQuery("SELECT word FROM kept");
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("still");
    });
  }

  private interface Work {
    void on(Connection connection) throws SQLException;
  }

  private void withStores(Work work) throws IOException, SQLException {
    try (EmbeddedStores stores = EmbeddedStores.start(folder, words -> {})) {
      Map<String, Object> settings = stores.settings();
      try (Connection connection =
          DriverManager.getConnection(
              String.valueOf(settings.get("spring.datasource.url")),
              String.valueOf(settings.get("spring.datasource.username")),
              String.valueOf(settings.get("spring.datasource.password")))) {
        work.on(connection);
      }
    }
  }
}
