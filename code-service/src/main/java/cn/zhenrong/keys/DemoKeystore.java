package cn.zhenrong.keys;

import cn.zhenrong.seal.KeyCeremony;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/// The keystore that demo mode makes for itself, with a password made anew and kept beside it; both
/// files are for the owner alone.
final class DemoKeystore {
  private static final Duration VALIDITY = Duration.ofDays(3652);

  private final Path folder;
  private final Path keystore;
  private final Path password;

  DemoKeystore(Path folder) {
    this.folder = folder;
    this.keystore = folder.resolve("keystore.p12");
    this.password = folder.resolve("keystore.password");
  }

  Path path() {
    return keystore;
  }

  Path passwordFile() {
    return password;
  }

  /// Makes the keystore if there is none.
  void prepare(SecureRandom random, Instant now) {
    if (Files.exists(keystore) && !Files.exists(password)) {
      throw KeyTexts.unusable("keys.password-lost", password);
    }
    try {
      if (!Files.exists(password)) {
        Files.createDirectories(folder);
        Arrays.fill(PasswordFile.create(password, random), '\0');
      }
      if (!Files.exists(keystore)) {
        Instant start = now.truncatedTo(ChronoUnit.SECONDS);
        char[] secret = PasswordFile.read(password);
        new KeyCeremony(random, start, start.plus(VALIDITY), true).create(keystore, secret);
        Arrays.fill(secret, '\0');
      }
    } catch (IOException e) {
      throw KeyTexts.unusable("keys.folder", folder.toAbsolutePath());
    }
  }
}
