package cn.zhenrong.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares what we give out with the copy under `src/test/resources/golden`. On a difference the
/// new bytes are left in `target/golden`; whoever means the change copies them over, for review.
final class Golden {
  private Golden() {}

  static void assertSame(String name, byte[] actual) throws IOException {
    Path written = Path.of("target", "golden", name);
    Files.createDirectories(written.getParent());
    Files.write(written, actual);
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
      assertThat(in).as("no golden file %s; candidate in %s", name, written).isNotNull();
      assertThat(actual)
          .as("differs from golden/%s; candidate in %s", name, written)
          .isEqualTo(in.readAllBytes());
    }
  }
}
