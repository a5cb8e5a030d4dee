package cn.zhenrong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.problem.ProblemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The documents say what the code does, and their links lead somewhere.
class DocsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");

  @ParameterizedTest
  @EnumSource(ProblemKind.class)
  void everyKindOfProblemIsExplained(ProblemKind kind) throws IOException {
    assertThat(Files.readString(ROOT.resolve("docs/errors.md")))
        .contains("| " + kind.slug() + " |");
  }

  static List<Path> documents() throws IOException {
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(top, docs).filter(file -> file.toString().endsWith(".md")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void noLinkLeadsNowhere(Path document) throws IOException {
    List<String> broken =
        LINK.matcher(Files.readString(document))
            .results()
            .map((MatchResult found) -> found.group(1))
            .filter(link -> !link.startsWith("http"))
            .filter(link -> !Files.exists(document.resolveSibling(link)))
            .toList();
    assertThat(broken).as("links of " + ROOT.relativize(document)).isEmpty();
  }

  /// Words that would tie the sources to one machine or one package host.
  @Test
  void noFileNamesAMachineOrARegistry() throws IOException {
    Pattern forbidden =
        Pattern.compile(
            "(repo1?|registry|deb|security)[.](maven|npmjs|debian)|(^|[\"' ])/(home|root)/");
    try (Stream<Path> files = Files.walk(ROOT)) {
      List<Path> found =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.toString().matches(".*/(target|\\.git|data|node_modules)/.*"))
              .filter(file ->
                  file.toString().matches(".*\\.(java|md|xml|yaml|json|properties|sh|jte|tsv)"))
              .filter(file -> !file.endsWith("DocsTest.java"))
              .filter(file -> contains(file, forbidden))
              .toList();
      assertThat(found).isEmpty();
    }
  }

  private static boolean contains(Path file, Pattern forbidden) {
    try {
      return forbidden.matcher(Files.readString(file)).find();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
