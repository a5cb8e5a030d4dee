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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every text has a key, every language every key, and no pattern loses a word to a quote.
class WordsTest {
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
      assertThat(arguments(en.getProperty(key)))
          .as("arguments of " + key)
          .isEqualTo(arguments(zh.getProperty(key)));
    }
  }

  private static List<String> arguments(String pattern) {
    assertThat(new MessageFormat(pattern, Locale.ROOT)).isNotNull();
    return pattern
        .replaceAll("[^{}0-9]|(?<!\\{)[0-9]+(?!\\})", "")
        .chars()
        .mapToObj(c -> "" + (char) c)
        .filter(c -> Character.isDigit(c.charAt(0)))
        .distinct()
        .sorted()
        .toList();
  }

  private static Properties read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
