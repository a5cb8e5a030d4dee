package cn.zhenrong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every text has a key, every language every key, and no pattern loses a word to a quote.
class WordsTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{([0-9]+)\\}");
  private static final Path ROOT = Path.of("src/main/resources/cn/zhenrong");

  static List<Path> chineseFiles() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      List<Path> found = files.filter(f -> f.endsWith("words_zh.properties")).sorted().toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }

  @ParameterizedTest
  @MethodSource("chineseFiles")
  void bothLanguagesHaveTheSameKeysAndArguments(Path chinese) throws IOException {
    Properties zh = read(chinese);
    Properties en = read(chinese.resolveSibling("words_en.properties"));
    assertThat(en.keySet()).isEqualTo(zh.keySet());
    for (String key : zh.stringPropertyNames()) {
      assertThat(zh.getProperty(key)).as(key).isNotBlank().doesNotContain("'");
      assertThat(en.getProperty(key)).as(key).isNotBlank().doesNotContain("'");
      assertThat(arguments(chinese, en.getProperty(key)))
          .as("arguments of " + key)
          .isEqualTo(arguments(chinese, zh.getProperty(key)));
    }
  }

  /// The arguments a pattern uses. Texts about a fibre are given its name twice, {0} in Chinese and
  /// {1} in English, and each language uses its own: there the two count as one.
  private static Set<String> arguments(Path file, String pattern) {
    assertThat(new MessageFormat(pattern, Locale.ROOT)).isNotNull();
    boolean namesFibres = file.toString().matches(".*/(fibre|conformity)/.*");
    return ARGUMENT
        .matcher(pattern)
        .results()
        .map(found -> found.group(1))
        .map(number -> namesFibres && number.equals("1") ? "0" : number)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
