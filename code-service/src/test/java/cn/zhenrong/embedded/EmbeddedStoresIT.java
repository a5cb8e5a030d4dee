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

  /// A folder below the system's temporary one, which the library would empty at each start; and a
  /// first start that was interrupted, which would otherwise be taken for a finished one.
  @Test
  void keepsDataFromOneStartToTheNextAndRepairsAnInterruptedFirstOne() throws Exception {
    Files.createDirectories(folder.resolve("mariadb/data/mysql"));
    Files.createFile(folder.resolve("mariadb/installing"));
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
              settings.get("spring.datasource.url").toString(),
              settings.get("spring.datasource.username").toString(),
              settings.get("spring.datasource.password").toString())) {
        work.on(connection);
      }
    }
  }
}
