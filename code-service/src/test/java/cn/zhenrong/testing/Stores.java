package cn.zhenrong.testing;

import cn.zhenrong.embedded.EmbeddedStores;
import cn.zhenrong.embedded.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// A real MariaDB and a real Redis, started once for all tests of this JVM and stopped when it
/// ends. Tests do not clean up: each works with parties and batches of its own. A test that names
/// other servers gets those.
///
/// Several JVMs may run tests at once: each has a folder of its own, `zhenrong.tests.folder`.
public final class Stores implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final Path FOLDER =
      Path.of(System.getProperty("zhenrong.tests.folder", "target/stores"));

  private static final String DATABASE =
      "_test_" + ProcessHandle.current().pid() + "_" + System.nanoTime();

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    context
        .getEnvironment()
        .getPropertySources()
        .addLast(new MapPropertySource("test stores", settings()));
  }

  /// The running servers' settings, with a database that is new for this JVM: what an earlier run
  /// left behind, perhaps under other migrations, is not this run's concern.
  private static Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(running().settings());
    settings.computeIfPresent(
        "spring.datasource.url", (_, url) -> url + DATABASE + "?createDatabaseIfNotExist=true");
    return settings;
  }

  /// Where to find a database nobody else uses.
  public static String newDatabaseUrl() {
    return running().settings().get("spring.datasource.url")
        + "_test_"
        + System.nanoTime()
        + "?createDatabaseIfNotExist=true";
  }

  /// The running servers.
  public static EmbeddedStores running() {
    return Holder.STORES;
  }

  private static final class Holder {
    static final EmbeddedStores STORES = start();

    private static EmbeddedStores start() {
      try {
        EmbeddedStores stores = Servers.start(FOLDER);
        Runtime.getRuntime().addShutdownHook(new Thread(stores::close));
        return stores;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
