package cn.zhenrong.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// One MariaDB server on the data of a folder. The service's user is made by an init file at every
/// start, so that no password is ever kept, and root may only come over the unix socket.
final class EmbeddedMariaDb implements AutoCloseable {
  static final String USER = "zhenrong";
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final Process process;
  private final int port;
  private final String password;

  private EmbeddedMariaDb(Process process, int port, String password) {
    this.process = process;
    this.port = port;
    this.password = password;
  }

  static EmbeddedMariaDb start(Path folder, String password, Consumer<String> progress)
      throws IOException {
    MariaDbFiles files = new MariaDbFiles(folder);
    files.prepare(progress);
    progress.accept("starting MariaDB");
    Path initFile = folder.resolve("init.sql");
    Private.write(initFile, initSql(password));
    int port = Private.freePort();
    Path log = folder.resolve("mariadb.log");
    ProcessBuilder builder = new ProcessBuilder(command(files, port, initFile));
    builder.environment().put("LD_LIBRARY_PATH", files.libraries().toString());
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Private.await(
        process,
        PATIENCE,
        "MariaDB (its log is " + log + ")",
        () -> Files.readString(log).contains("ready for connections"));
    Files.deleteIfExists(initFile);
    return new EmbeddedMariaDb(process, port, password);
  }

  private static List<String> command(MariaDbFiles files, int port, Path initFile) {
    List<String> command =
        new ArrayList<>(
            List.of(
                files.server().toString(),
                "--no-defaults",
                "--basedir=" + files.base(),
                "--datadir=" + files.data(),
                "--tmpdir=" + files.temporary(),
                "--port=" + port,
                // Relative to the data, because the path of a socket may not be long.
                "--socket=mariadb.sock",
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--init-file=" + initFile,
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--max-allowed-packet=32M",
                "--innodb-flush-log-at-trx-commit=1"));
    if (Private.isRoot()) {
      command.add("--user=root");
    }
    return command;
  }

  /// Has run when the server says that it is ready; its port opens before. Databases of other names
  /// that start with `zhenrong` are for tests.
  private static String initSql(String password) {
    return """
    CREATE DATABASE IF NOT EXISTS zhenrong CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    CREATE OR REPLACE USER 'zhenrong'@'127.0.0.1' IDENTIFIED BY '@PASSWORD';
    GRANT ALL PRIVILEGES ON `zhenrong%`.* TO 'zhenrong'@'127.0.0.1';
    """
        .replace("@PASSWORD", password);
  }

  String url() {
    return "jdbc:mysql://127.0.0.1:" + port + "/zhenrong";
  }

  String password() {
    return password;
  }

  @Override
  public void close() {
    Private.stop(process, GRACE);
  }
}
