package cn.zhenrong.fibre;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The fibres of `fibres.tsv` by every name they have. Keys are in NFKC and lower case.
final class Vocabulary {
  /// A name no label may use.
  ///
  /// @param fibre what it stands for, or is passed off as
  /// @param remark last part of the key of its own words, if the standard name alone does not say
  ///   it
  record Refused(Fibre fibre, @Nullable String remark) {}

  private final List<Fibre> fibres = new ArrayList<>();
  private final Map<String, Fibre> byName = new HashMap<>();
  private final Map<String, Refused> refused = new HashMap<>();

  private Vocabulary() {}

  static Vocabulary read() {
    Vocabulary vocabulary = new Vocabulary();
    try (InputStream in = Vocabulary.class.getResourceAsStream("fibres.tsv")) {
      if (in == null) {
        throw new IllegalStateException("no fibres.tsv beside " + Vocabulary.class.getName());
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(vocabulary::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return vocabulary;
  }

  List<Fibre> fibres() {
    return List.copyOf(fibres);
  }

  @Nullable Fibre fibre(String key) {
    return byName.get(key);
  }

  @Nullable Refused refused(String key) {
    return refused.get(key);
  }

  /// The names of every fibre, the refused ones not among them.
  Map<String, Fibre> names() {
    return Collections.unmodifiableMap(byName);
  }

  /// The remarks that refused names have.
  List<String> remarks() {
    return refused.values().stream().map(Refused::remark).filter(Objects::nonNull).toList();
  }

  private void add(String line) {
    String[] column = line.split("\t", -1);
    List<String> english = several(column[3]);
    List<String> codes = several(column[5]);
    Fibre fibre =
        new Fibre(
            column[1],
            english.getFirst(),
            column[4].equals("-") ? english.getFirst() : column[4],
            codes.isEmpty() ? null : codes.getFirst(),
            FibreKind.valueOf(column[0]),
            column[6].equals("-") ? null : new BigDecimal(column[6]));
    fibres.add(fibre);
    name(fibre, List.of(fibre.name()));
    name(fibre, several(column[2]));
    name(fibre, english);
    name(fibre, codes);
    several(column[7]).forEach(entry -> refuse(fibre, entry));
  }

  private void name(Fibre fibre, List<String> names) {
    for (String name : names) {
      if (byName.put(key(name), fibre) != null) {
        throw new IllegalStateException("two fibres are named " + name);
      }
    }
  }

  private void refuse(Fibre fibre, String entry) {
    int equals = entry.indexOf('=');
    String name = equals < 0 ? entry : entry.substring(0, equals);
    String remark = equals < 0 ? null : entry.substring(equals + 1);
    if (refused.put(key(name), new Refused(fibre, remark)) != null) {
      throw new IllegalStateException("two fibres refuse " + name);
    }
  }

  private static String key(String name) {
    return Folded.nfkc(name).toLowerCase(Locale.ROOT);
  }

  private static List<String> several(String column) {
    return column.equals("-") ? List.of() : List.of(column.split(",", -1));
  }
}
