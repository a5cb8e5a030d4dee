package cn.zhenrong.keys;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.seal.KeyCeremony;
import cn.zhenrong.seal.SignatureAlgorithm;
import cn.zhenrong.seal.Token;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Makes the keys of a real installation: `java -jar … ceremony …`. Its usage says which words it
/// takes. What it makes is readable by its owner only; it overwrites nothing.
public final class CeremonyCommand {
  public static final String NAME = "ceremony";
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int MISUSED = 2;
  private static final int YEARS = 10;

  private final Clock clock;
  private final SecureRandom random;
  private final PrintStream out;

  public CeremonyCommand(Clock clock, SecureRandom random, PrintStream out) {
    this.clock = clock;
    this.random = random;
    this.out = out;
  }

  /// @param words what stood after `ceremony`
  /// @return the exit status of the process: 0 if all was made, 1 if something stood in the way, 2
  ///   for words it does not understand
  public int run(List<String> words) {
    String first = words.isEmpty() ? "" : words.getFirst();
    try {
      return switch (first) {
        case "add" -> add(words.subList(1, words.size()));
        case "token" -> token(words.subList(1, words.size()));
        default -> create(words);
      };
    } catch (Misuse e) {
      return said(MISUSED, "ceremony.usage");
    } catch (Problem problem) {
      out.println(KeyTexts.both(KeyTexts.detail(problem)));
      return FAILED;
    } catch (IOException | UncheckedIOException e) {
      return said(FAILED, "ceremony.failed", String.join(" ", words));
    }
  }

  /// `KEYSTORE PASSWORD-FILE [ALGORITHM …|none]`
  private int create(List<String> words) throws IOException {
    require(words.size() >= 2);
    Path keystore = Path.of(words.get(0)).toAbsolutePath();
    Path passwordFile = Path.of(words.get(1)).toAbsolutePath();
    List<SignatureAlgorithm> algorithms = algorithms(words.subList(2, words.size()));
    if (Files.exists(keystore) || Files.exists(passwordFile)) {
      return said(FAILED, "ceremony.exists");
    }
    char[] password = PasswordFile.create(passwordFile, random);
    try {
      ceremony().create(keystore, password, algorithms);
    } catch (Problem | UncheckedIOException e) {
      // A password without its keystore would stand in the way of the next attempt.
      Files.delete(passwordFile);
      throw e;
    } finally {
      Arrays.fill(password, '\0');
    }
    return said(DONE, "ceremony.done", keystore, passwordFile);
  }

  /// `KEYSTORE PASSWORD-FILE SLOT ALGORITHM`
  private int add(List<String> words) throws IOException {
    require(words.size() == 4);
    Path keystore = Path.of(words.get(0)).toAbsolutePath();
    int slot = slot(words.get(2));
    SignatureAlgorithm algorithm = algorithm(words.get(3));
    char[] password = PasswordFile.read(Path.of(words.get(1)));
    try {
      ceremony().add(keystore, password, slot, algorithm);
    } finally {
      Arrays.fill(password, '\0');
    }
    return said(DONE, "ceremony.added", slot, keystore);
  }

  /// `LIBRARY PIN-FILE SLOT [TOKEN-SLOT]`
  private int token(List<String> words) throws IOException {
    require(words.size() == 3 || words.size() == 4);
    int slot = slot(words.get(2));
    require(words.size() == 3 || words.get(3).matches("[0-9]{1,18}"));
    Long where = words.size() == 3 ? null : Long.valueOf(words.get(3));
    char[] pin = PasswordFile.read(Path.of(words.get(1)));
    try {
      ceremony().add(Token.in(Path.of(words.get(0)), where).open(pin), slot);
    } finally {
      Arrays.fill(pin, '\0');
    }
    return said(DONE, "ceremony.in-token", slot);
  }

  private KeyCeremony ceremony() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant end = now.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant();
    return new KeyCeremony(random, now, end, false);
  }

  private static List<SignatureAlgorithm> algorithms(List<String> words) {
    if (words.isEmpty()) {
      return List.of(SignatureAlgorithm.Ed25519);
    }
    List<SignatureAlgorithm> algorithms = new ArrayList<>();
    if (!words.equals(List.of("none"))) {
      words.forEach(word -> algorithms.add(algorithm(word)));
    }
    return algorithms;
  }

  private static SignatureAlgorithm algorithm(String word) {
    return Arrays.stream(SignatureAlgorithm.values())
        .filter(one -> one.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(Misuse::new);
  }

  private static int slot(String word) {
    require(word.matches("[0-9]{1,2}"));
    return Integer.parseInt(word);
  }

  private static void require(boolean understood) {
    if (!understood) {
      throw new Misuse();
    }
  }

  private int said(int status, String key, Object... arguments) {
    out.println(KeyTexts.bothOf(key, arguments));
    return status;
  }

  private static final class Misuse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Misuse() {
      super("misuse", null, false, false);
    }
  }
}
