package cn.zhenrong.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import redis.embedded.core.ExecutableProvider;

/// One Redis server, append-only file synced every second. Can be stopped and started again on the
/// same port.
public final class EmbeddedRedis implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Path folder;
  private final Path executable;
  private final int port;
  private final String password;
  private Process process;

  private EmbeddedRedis(Path folder, Path executable, int port, String password)
      throws IOException {
    this.folder = folder;
    this.executable = executable;
    this.port = port;
    this.password = password;
    this.process = launch();
  }

  static EmbeddedRedis start(Path folder, String password) throws IOException {
    Files.createDirectories(folder);
    Path executable = ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath();
    return new EmbeddedRedis(folder, executable, Private.freePort(), password);
  }

  String url() {
    return "redis://:" + password + "@127.0.0.1:" + port;
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

  private Process launch() throws IOException {
    Path settings = folder.resolve("redis.conf");
    // The password goes into a private file: the arguments of a process are for everybody to read.
    Private.write(
        settings,
        """
        bind 127.0.0.1
        port @PORT
        requirepass @PASSWORD
        dir "@FOLDER"
        appendonly yes
        appendfsync everysec
        save ""
        daemonize no
        """
            .replace("@PORT", Integer.toString(port))
            .replace("@PASSWORD", password)
            .replace("@FOLDER", folder.toString()));
    Process started =
        new ProcessBuilder(executable.toString(), settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("redis.log").toFile())
            .start();
    Private.awaitPort(
        port, started, PATIENCE, "Redis (its log is " + folder.resolve("redis.log") + ")");
    return started;
  }
}
