package cn.zhenrong.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunningServiceTest {
  @Test
  void aPasswordGoesThroughTheEnvironmentAsSpringReadsIt() {
    Map<String, String> environment = new HashMap<>();

    RunningService.environment(Map.of("spring.datasource.password", "secret"), environment);

    assertThat(environment).containsExactly(Map.entry("SPRING_DATASOURCE_PASSWORD", "secret"));
  }

  @Test
  void theServiceRunsAsTheOtherMeasuredProgramsDo() {
    assertThat(RunningService.command(Path.of("folder"), 12_345))
        .containsAll(Jmh.JVM)
        .contains("cn.zhenrong.Application", "--server.port=12345");
  }
}
