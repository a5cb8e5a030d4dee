package cn.zhenrong.embedded;

import cn.zhenrong.problem.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Starts the embedded stores before anything else of the application when
/// `zhenrong.embedded.enabled` is true, and stops them after everything else has stopped. Settings
/// given for a real server win: then nothing is started.
class EmbeddedStoresStarter implements EnvironmentPostProcessor {
  private static final String SOURCE = "embedded stores";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    boolean wanted = environment.getProperty("zhenrong.embedded.enabled", Boolean.class, false);
    if (!wanted
        || environment.containsProperty("spring.datasource.url")
        || environment.getPropertySources().contains(SOURCE)) {
      return;
    }
    Path folder = Path.of(environment.getProperty("zhenrong.embedded.folder", "data"));
    requireFreePort(environment);
    try {
      FileLock lock = lock(folder);
      EmbeddedStores stores =
          EmbeddedStores.start(folder, words -> System.out.println("  zhenrong: " + words + " …"));
      SpringApplication.getShutdownHandlers()
          .add(() -> {
            stores.close();
            release(lock);
          });
      environment.getPropertySources().addFirst(new MapPropertySource(SOURCE, stores.settings()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A taken port is found before half a minute of preparations, not after.
  private static void requireFreePort(ConfigurableEnvironment environment) {
    int port = environment.getProperty("server.port", Integer.class, 8080);
    String address = environment.getProperty("server.address", "127.0.0.1");
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
    } catch (IOException e) {
      throw new CannotStart(
          "Port " + port + " on " + address + " is taken by another program.",
          "Stop that program, or start on another port: make run PORT=" + (port + 1));
    }
  }

  /// Two services on one data folder would ruin it.
  private static FileLock lock(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new CannotStart(
          "The data folder " + folder.toAbsolutePath() + " is in use by another running service.",
          "Stop that one, or set zhenrong.embedded.folder to another folder.");
    }
    return lock;
  }

  private static void release(FileLock lock) {
    try {
      lock.acquiredBy().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
