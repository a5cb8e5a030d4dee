package cn.zhenrong.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/// Tests move the clock by these ages or set shorter ones; here stands what is shipped and what the
/// documents promise.
class ShippedAgesTest {
  private static final Path DOCS = Path.of("..", "docs");

  @Test
  void nothingIsBelievedForLongerThanHalfAMinute() throws IOException {
    assertThat(TwoLevels.TRUSTED.plus(TwoLevels.FAR)).isEqualTo(Duration.ofSeconds(30));
    assertThat(TwoLevels.ALONE).isEqualTo(Duration.ofSeconds(10));
    assertThat(TwoLevels.SOON).isEqualTo(Duration.ofSeconds(13));
    assertThat(Files.readString(DOCS.resolve("decisions/0095-in-memory-for-half-a-minute.md")))
        .contains(
            "without asking again (20 in memory, and Redis keeps an entry 10; 10 in memory while no"
                + " pulse comes through Redis)")
        .contains("thirteenth second");
  }

  @Test
  void whoSendsOrTakesNothingForTenSecondsIsDropped() throws IOException {
    List<PropertySource<?>> shipped =
        new YamlPropertySourceLoader().load("shipped", new ClassPathResource("application.yaml"));
    assertThat(shipped.getFirst().getProperty("server.tomcat.connection-timeout")).isEqualTo("10s");
    assertThat(Files.readString(DOCS.resolve("operations.md")))
        .contains("a client that takes nothing for 10 s (`server.tomcat.connection-timeout`)")
        .contains("10 s between two pieces of a request");
  }
}
