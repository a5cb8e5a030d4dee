package cn.zhenrong.testing;

import cn.zhenrong.embedded.EmbeddedStores;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The service as a process of its own, to be killed and started again on the same port. It works
/// on the stores of this JVM, in demo mode without garments.
public final class Instance implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final String name;
  private final Path folder;
  private final Map<String, String> stores;
  private final List<String> settings;
  private final int port;
  private volatile @Nullable Process process;
  private volatile boolean up;
  private volatile boolean closed;

  /// @param folder where keys and logs are; instances of one installation share it
  /// @param databaseUrl their database
  public Instance(String name, Path folder, String databaseUrl, String... settings) {
    this(name, folder, Stores.running(), databaseUrl, settings);
  }

  /// The same on other servers than those all tests share, for a test that stops them.
  public Instance(
      String name, Path folder, EmbeddedStores servers, String databaseUrl, String... settings) {
    this.name = name;
    this.folder = folder;
    Map<String, Object> running = servers.settings();
    this.stores =
        Map.of(
            "SPRING_DATASOURCE_URL", databaseUrl,
            "SPRING_DATASOURCE_USERNAME", String.valueOf(running.get("spring.datasource.username")),
            "SPRING_DATASOURCE_PASSWORD", String.valueOf(running.get("spring.datasource.password")),
            "SPRING_DATA_REDIS_URL", String.valueOf(running.get("spring.data.redis.url")));
    this.settings = List.of(settings);
    this.port = freePort();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  public int port() {
    return port;
  }

  /// Starts the process and waits until it answers. One that ends by itself is started again, as by
  /// whatever watches over it in a real installation.
  public synchronized Instance start() {
    process = launched();
    Patience.until(
        name + " answers; its log is " + log(),
        PATIENCE,
        () -> {
          Process running = process;
          if (running == null || !running.isAlive()) {
            process = launched();
          }
          return answers();
        });
    up = true;
    return this;
  }

  private Process launched() {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                "cn.zhenrong.Application",
                "--spring.profiles.active=demo",
                "--server.port=" + port,
                "--zhenrong.embedded.enabled=false",
                "--zhenrong.demo-garments=false",
                "--zhenrong.keys.folder=" + folder.resolve("keys"),
                "--zhenrong.scan.journal-folder=" + folder.resolve("scans"),
                "--springdoc.api-docs.enabled=false",
                "--logging.level.root=warn"));
    command.addAll(settings);
    try {
      Files.createDirectories(folder);
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
      builder.environment().putAll(stores);
      Process started = builder.start();
      if (closed) {
        started.destroyForcibly();
        throw new IllegalStateException(name + " was closed while it was started");
      }
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ends the process without a word, as a power cut does (SIGKILL).
  public void kill() {
    Process running = process;
    up = false;
    if (running != null) {
      running.destroyForcibly();
      running.onExit().join();
    }
  }

  /// Whether it answered since it was started last.
  public boolean isUp() {
    return up;
  }

  @Override
  public void close() {
    closed = true;
    kill();
  }

  /// Without our test classes: the service looks through every class under its name.
  private static String classPath() {
    String separator = File.pathSeparator;
    return Stream.of(System.getProperty("java.class.path").split(separator, -1))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(separator));
  }

  private Path log() {
    return folder.resolve(name + ".log");
  }

  private boolean answers() {
    try {
      return Http.to(port).as("demo-association").get("/api/v1/me").status() == 200;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
