package cn.zhenrong.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One fresh token of SoftHSM in this JVM. The library finds its settings by an environment
/// variable that the build sets, when it is loaded for the first time.
final class SoftHsm {
  static final String PIN = "26114711";
  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"));

  private SoftHsm() {}

  static Path library() {
    return LIBRARIES.stream()
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("this test needs the package softhsm2"));
  }

  /// Makes the token, once.
  static void start() {
    if (Started.SETTINGS.isEmpty()) {
      throw new IllegalStateException("the build sets SOFTHSM2_CONF for tests named …IT");
    }
  }

  private static final class Started {
    static final String SETTINGS = make();

    private static String make() {
      String settings = System.getenv("SOFTHSM2_CONF");
      if (settings == null) {
        return "";
      }
      try {
        Path file = Path.of(settings);
        Path tokens = file.resolveSibling("tokens-" + System.nanoTime());
        Files.createDirectories(tokens);
        Files.writeString(
            file, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
        run(
            "softhsm2-util",
            "--init-token",
            "--free",
            "--label",
            "test",
            "--pin",
            PIN,
            "--so-pin",
            "87654321");
        return settings;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void run(String... command) throws IOException {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
          process.destroyForcibly();
          throw new IOException(said);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }
  }
}
