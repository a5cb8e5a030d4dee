package cn.zhenrong.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WithoutCorrettoTest {
  @Test
  void bouncyCastleSignsWhereTheOptionalJarIsMissing() throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(classPathWithoutCorretto(), ClassLoader.getPlatformClassLoader())) {
      Class<?> ring = loader.loadClass(KeyRing.class.getName());
      assertThat(ring).isNotSameAs(KeyRing.class);
      assertThat(ring.getMethod("ed25519Provider").invoke(null)).isEqualTo("Bouncy Castle");
    }
  }

  private static URL[] classPathWithoutCorretto() throws Exception {
    List<URL> urls = new ArrayList<>();
    int left = 0;
    for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (part.contains("AmazonCorretto")) {
        left++;
      } else {
        urls.add(Path.of(part).toUri().toURL());
      }
    }
    assertThat(left).as("jars of the provider on the class path of this test").isEqualTo(1);
    return urls.toArray(URL[]::new);
  }
}
