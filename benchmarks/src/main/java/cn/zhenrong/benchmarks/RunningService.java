package cn.zhenrong.benchmarks;

import cn.zhenrong.embedded.EmbeddedStores;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The whole service in a JVM of its own, in demo mode on loopback, with a MariaDB and a Redis that
/// belong to this process, so that a baseline can use the same database.
final class RunningService implements AutoCloseable {
  /// A maker of the demo whose GTIN prefix is 9521234.
  static final String MAKER = "demo-maker-1";

  /// Who may read metrics.
  static final String ASSOCIATION = "demo-association";

  /// Beside the service's own.
  static final String DATABASE = "zhenrong_bench";

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final EmbeddedStores stores;
  private final Process process;
  private final int port;
  private final Thread atExit = new Thread(this::stop);

  private RunningService(EmbeddedStores stores, Process process, int port) {
    this.stores = stores;
    this.process = process;
    this.port = port;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /// Starts it on the data of a folder and waits until it answers.
  ///
  /// @throws IllegalStateException if it does not start; says where its log is
  static RunningService start(Path folder) throws IOException, InterruptedException {
    return start(folder, List.of(), List.of());
  }

  /// The same with words before the command and settings of its own.
  static RunningService start(Path folder, List<String> before, List<String> own)
      throws IOException, InterruptedException {
    EmbeddedStores stores =
        EmbeddedStores.start(folder.resolve("stores"), words -> System.out.println("  " + words));
    int port = freePort();
    Path log = folder.resolve("service.log");
    List<String> command = new ArrayList<>(before);
    command.addAll(command(folder, port));
    command.addAll(own);
    ProcessBuilder builder = new ProcessBuilder(command);
    environment(stores.settings(), builder.environment());
    RunningService service =
        new RunningService(
            stores, builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), port);
    try {
      service.awaitAnswer(log);
      return service;
    } catch (IllegalStateException | InterruptedException e) {
      service.close();
      throw e;
    }
  }

  static List<String> command(Path folder, int port) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Jmh.JVM);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "cn.zhenrong.Application",
            "--spring.profiles.active=demo",
            "--server.port=" + port,
            "--zhenrong.demo-garments=false",
            "--zhenrong.public-base-url=https://id.example.cn",
            "--zhenrong.keys.folder=" + folder.resolve("keys"),
            "--management.endpoints.web.exposure.include=health,metrics"));
    return command;
  }

  /// Passwords go through the environment: everybody may read the arguments of a process.
  static void environment(Map<String, Object> settings, Map<String, String> environment) {
    settings.forEach((name, value) ->
        environment.put(
            name.toUpperCase(java.util.Locale.ROOT).replace('.', '_'), value.toString()));
  }

  int port() {
    return port;
  }

  /// A new connection to the service as its maker.
  Wire wire() {
    return wire(MAKER);
  }

  /// A new connection to the service.
  ///
  /// @param key API key
  Wire wire(String key) {
    return new Wire(port, key);
  }

  void stopMySql() {
    stores.mariaDb().stop();
  }

  void startMySql() {
    stores.mariaDb().startAgain();
  }

  /// How many commands Redis was given so far.
  double redisCommands() {
    try (RedisClient client =
            RedisClient.create(String.valueOf(stores.settings().get("spring.data.redis.url")));
        StatefulRedisConnection<String, String> connection = client.connect()) {
      return connection
          .sync()
          .info("stats")
          .lines()
          .filter(line -> line.startsWith("total_commands_processed:"))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(':') + 1).strip()))
          .findFirst()
          .orElseThrow();
    }
  }

  /// A new connection to the service's database server, in a database beside the service's own.
  Connection connect() throws SQLException {
    Map<String, Object> settings = stores.settings();
    String url = String.valueOf(settings.get("spring.datasource.url"));
    return DriverManager.getConnection(
        url.substring(0, url.lastIndexOf('/') + 1) + DATABASE + "?createDatabaseIfNotExist=true",
        String.valueOf(settings.get("spring.datasource.username")),
        String.valueOf(settings.get("spring.datasource.password")));
  }

  /// Stops the service, then its stores, as an operator would.
  @Override
  public void close() {
    stop();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  private void stop() {
    process.destroy();
    try {
      if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    stores.close();
  }

  private void awaitAnswer(Path log) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    String last = "nothing";
    while (System.nanoTime() < deadline && process.isAlive()) {
      try (Wire wire = wire()) {
        Wire.Answer answer = wire.get("/api/v1/me");
        if (answer.status() == 200) {
          return;
        }
        last = answer.toString();
      } catch (IOException notYet) {
        last = notYet.toString();
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("the service did not start; " + last + "\n" + end(log));
  }

  private static String end(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    } catch (IOException e) {
      return "(no log)";
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
