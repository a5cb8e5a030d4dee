package cn.zhenrong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.ServiceTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/// The README's own commands take a label and a report to a printed tag, as they stand.
@ServiceTest
class ReadmeIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern SHELL = Pattern.compile("(?s)```sh\n(.*?)```");

  @Autowired Environment environment;

  @Test
  void theCommandsOfTheReadmeWork(@TempDir Path folder) throws Exception {
    Process shell =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    boolean ended = shell.waitFor(120, TimeUnit.SECONDS);
    if (!ended) {
      shell.destroyForcibly();
    }
    String said = Files.readString(folder.resolve("out"), StandardCharsets.UTF_8);
    assertThat(said)
        .contains("the tag says exactly what was issued")
        .contains("Signature Verified Successfully")
        .contains("\"activated\":200")
        .contains("\"verdict\":\"FAIL\"")
        .contains("94.9");
    assertThat(ended && shell.exitValue() == 0).as(said).isTrue();
  }

  private String commands() throws IOException {
    Files.createDirectories(Path.of("target"));
    String readme = Files.readString(ROOT.resolve("README.md"), StandardCharsets.UTF_8);
    String commands =
        SHELL
            .matcher(readme)
            .results()
            .map((MatchResult found) -> found.group(1))
            .collect(Collectors.joining("\n"));
    return commands
        .replace("http://localhost:8080", Http.to(environment).base())
        .replace("docs/verify-code.sh", ROOT.resolve("docs/verify-code.sh").toString());
  }
}
