package cn.zhenrong.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/// The texts of one package: `words_zh.properties` and `words_en.properties` beside its classes.
///
/// A key that is missing in either language is a programming error and throws; a test also compares
/// the two files of every package. Arguments are put in as they are: a number is written by the
/// caller, never by a locale.
public final class Texts {
  private final Properties zh;
  private final Properties en;

  private Texts(Properties zh, Properties en) {
    this.zh = zh;
    this.en = en;
  }

  /// Reads the texts that lie beside `owner`.
  public static Texts beside(Class<?> owner) {
    return new Texts(read(owner, "words_zh.properties"), read(owner, "words_en.properties"));
  }

  /// The text of `key` with `{0}`, `{1}` … replaced by `arguments`.
  ///
  /// @throws IllegalArgumentException if either language lacks the key
  public Words words(String key, Object... arguments) {
    return new Words(text(zh, key, arguments), text(en, key, arguments));
  }

  private static String text(Properties texts, String key, Object[] arguments) {
    String pattern = texts.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text for key " + key);
    }
    Object[] plain = new Object[arguments.length];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = String.valueOf(arguments[i]);
    }
    return new MessageFormat(pattern, Locale.ROOT).format(plain);
  }

  private static Properties read(Class<?> owner, String name) {
    Properties properties = new Properties();
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no " + name + " beside " + owner.getName());
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
