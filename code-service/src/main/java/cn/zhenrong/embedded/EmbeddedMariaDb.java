package cn.zhenrong.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// One MariaDB server on the data of a folder. The service's user is made by an init file at every
/// start, so that no password is ever kept, and root may only come over the unix socket. Can be
/// stopped and started again on the same port.
public final class EmbeddedMariaDb implements AutoCloseable {
  static final String USER = "zhenrong";
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final Path folder;
  private final MariaDbFiles files;
  private final int port;
  private final String password;
  private Process process;

  private EmbeddedMariaDb(Path folder, MariaDbFiles files, int port, String password)
      throws IOException {
    this.folder = folder;
    this.files = files;
    this.port = port;
    this.password = password;
    this.process = launch();
  }

  static EmbeddedMariaDb start(Path folder, String password, Consumer<String> progress)
      throws IOException {
    MariaDbFiles files = new MariaDbFiles(folder);
    files.prepare(progress);
    progress.accept("starting MariaDB");
    return new EmbeddedMariaDb(folder, files, Private.freePort(), password);
  }

  private Process launch() throws IOException {
    Path initFile = folder.resolve("init.sql");
    Private.write(initFile, initSql(password));
    Path log = folder.resolve("mariadb.log");
    ProcessBuilder builder = new ProcessBuilder(command(files, port, initFile));
    builder.environment().put("LD_LIBRARY_PATH", files.libraries().toString());
    // A new log at each start: the last one's words must not be taken for this one's.
    Process started = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Private.await(
        started,
        PATIENCE,
        "MariaDB (its log is " + log + ")",
        () -> Files.readString(log).contains("ready for connections"));
    Files.deleteIfExists(initFile);
    return started;
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
                // Nothing leaves the machine; encrypting it took longer than much of the work.
                "--skip-ssl",
                "--skip-name-resolve",
                "--init-file=" + initFile,
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--max-allowed-packet=32M",
                // Taken as it is needed. With what is the default a million scans do not fit, and
                // every further one reads and writes pages.
                "--innodb-buffer-pool-size=512M",
                "--innodb-log-file-size=256M",
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

  /// Stops the server as an operator would; its data stays.
  public void stop() {
    Private.stop(process, GRACE);
  }

  /// Starts a stopped server again, same port, password and data.
  public void startAgain() {
    try {
      process = launch();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
