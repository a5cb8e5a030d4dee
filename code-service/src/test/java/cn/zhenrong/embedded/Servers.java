package cn.zhenrong.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/// Servers for tests. MariaDB is unpacked and installed once for all of them, whichever JVM they
/// run in, and copied: a start from nothing is [EmbeddedStoresIT]'s matter.
public final class Servers {
  private static final Path TEMPLATE = Path.of("target", "mariadb").toAbsolutePath();

  private Servers() {}

  /// Starts both servers on the data in a folder, or with none if it is not there.
  public static EmbeddedStores start(Path folder) throws IOException {
    Path own = Files.createDirectories(folder.resolve("mariadb")).toAbsolutePath();
    if (Files.notExists(own.resolve("installed"))) {
      prepareTemplate();
      copy(TEMPLATE.resolve("data"), own.resolve("data"));
      Files.createSymbolicLink(own.resolve("base"), TEMPLATE.resolve("base"));
      for (String mark : List.of("unpacked", "installed")) {
        Files.copy(TEMPLATE.resolve(mark), own.resolve(mark));
      }
    }
    return EmbeddedStores.start(folder, _ -> {});
  }

  /// One JVM at a time.
  private static void prepareTemplate() throws IOException {
    Files.createDirectories(TEMPLATE);
    try (FileChannel channel =
            FileChannel.open(
                TEMPLATE.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      new MariaDbFiles(TEMPLATE).prepare(_ -> {});
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }
}
