package cn.zhenrong.testing;

import cn.zhenrong.Application;
import cn.zhenrong.embedded.EmbeddedStores;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// The service once more in this JVM, beside the one that tests share: in demo mode without
/// garments, on a free port. A process of its own, which can be killed, is an [Instance].
public record Service(ConfigurableApplicationContext context) implements AutoCloseable {

  /// On the stores of this JVM.
  ///
  /// @param folder where its keys and its journal are
  public static Service start(Path folder, String databaseUrl) {
    return start(folder, Stores.running(), databaseUrl, Ticker.systemTicker());
  }

  /// @param ticker by which what it knows grows old
  public static Service start(
      Path folder, EmbeddedStores stores, String databaseUrl, Ticker ticker) {
    Map<String, Object> settings = new HashMap<>(stores.settings());
    settings.put("spring.datasource.url", databaseUrl);
    settings.put("server.port", 0);
    settings.put("zhenrong.embedded.enabled", false);
    settings.put("zhenrong.demo-garments", false);
    settings.put("zhenrong.keys.folder", folder.resolve("keys"));
    settings.put("zhenrong.scan.journal-folder", folder.resolve("scans"));
    settings.put("springdoc.api-docs.enabled", false);
    List<String> words = new ArrayList<>();
    settings.forEach((name, value) -> words.add("--" + name + "=" + value));
    return new Service(
        new SpringApplicationBuilder(Application.class)
            .profiles("demo")
            .initializers((GenericApplicationContext context) ->
                context.registerBean(
                    "moved", Ticker.class, () -> ticker, bean -> bean.setPrimary(true)))
            .run(words.toArray(String[]::new)));
  }

  public int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  public Api api(String key) {
    return new Api(port(), key);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
