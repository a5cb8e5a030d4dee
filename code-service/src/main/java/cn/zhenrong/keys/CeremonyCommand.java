package cn.zhenrong.keys;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.seal.KeyCeremony;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Makes the keys of a real installation, once: `java -jar … ceremony KEYSTORE PASSWORD-FILE`.
/// Neither file may exist; both are readable by their owner only.
public final class CeremonyCommand {
  public static final String NAME = "ceremony";
  private static final int YEARS = 10;

  private final Clock clock;
  private final SecureRandom random;
  private final PrintStream out;

  public CeremonyCommand(Clock clock, SecureRandom random, PrintStream out) {
    this.clock = clock;
    this.random = random;
    this.out = out;
  }

  /// @param files the keystore to make, and the file its password goes to
  /// @return the exit status of the process: 0 if both were made
  public int run(List<String> files) {
    if (files.size() != 2) {
      out.println(KeyTexts.bothOf("ceremony.usage"));
      return 2;
    }
    Path keystore = Path.of(files.get(0)).toAbsolutePath();
    Path passwordFile = Path.of(files.get(1)).toAbsolutePath();
    if (Files.exists(keystore) || Files.exists(passwordFile)) {
      out.println(KeyTexts.bothOf("ceremony.exists"));
      return 1;
    }
    try {
      String password = DemoKeystore.newPassword(random);
      DemoKeystore.writeOwnerOnly(passwordFile, password);
      Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
      Instant end = now.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant();
      new KeyCeremony(random, now, end, false).create(keystore, password.toCharArray());
      out.println(KeyTexts.bothOf("ceremony.done", keystore, passwordFile));
      return 0;
    } catch (IOException | Problem e) {
      out.println(KeyTexts.bothOf("ceremony.failed", keystore, passwordFile));
      return 1;
    }
  }
}
