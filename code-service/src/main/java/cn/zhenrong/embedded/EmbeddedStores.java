package cn.zhenrong.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;

/// A MariaDB and a Redis that belong to this process. Both listen on 127.0.0.1 only, on ports that
/// were free, with passwords made anew at every start; their data stays in the folder.
public final class EmbeddedStores implements AutoCloseable {
  private final EmbeddedMariaDb mariaDb;
  private final EmbeddedRedis redis;

  private EmbeddedStores(EmbeddedMariaDb mariaDb, EmbeddedRedis redis) {
    this.mariaDb = mariaDb;
    this.redis = redis;
  }

  /// Starts both servers on the data in `folder`, which is created if it is not there.
  ///
  /// @param progress told, in words for a person, what is going on
  /// @throws IllegalStateException if a server does not start; its log is named in the message
  public static EmbeddedStores start(Path folder, Consumer<String> progress) throws IOException {
    Path absolute = folder.toAbsolutePath();
    Files.createDirectories(absolute);
    SecureRandom random = new SecureRandom();
    EmbeddedMariaDb mariaDb =
        EmbeddedMariaDb.start(absolute.resolve("mariadb"), password(random), progress);
    try {
      progress.accept("starting Redis");
      return new EmbeddedStores(
          mariaDb, EmbeddedRedis.start(absolute.resolve("redis"), password(random)));
    } catch (IOException | RuntimeException e) {
      mariaDb.close();
      throw e;
    }
  }

  /// The Spring settings that point the service at these servers.
  public Map<String, Object> settings() {
    return Map.of(
        "spring.datasource.url", mariaDb.url(),
        "spring.datasource.username", EmbeddedMariaDb.USER,
        "spring.datasource.password", mariaDb.password(),
        "spring.data.redis.url", redis.url());
  }

  /// Stops and starts Redis alone, for tests of what the service does without it.
  public EmbeddedRedis redis() {
    return redis;
  }

  /// Stops and starts MariaDB alone, for tests of what the service does without it.
  public EmbeddedMariaDb mariaDb() {
    return mariaDb;
  }

  @Override
  public void close() {
    redis.close();
    mariaDb.close();
  }

  private static String password(SecureRandom random) {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
