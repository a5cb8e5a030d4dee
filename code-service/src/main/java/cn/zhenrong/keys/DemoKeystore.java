package cn.zhenrong.keys;

import cn.zhenrong.seal.KeyCeremony;
import cn.zhenrong.seal.KeyRing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Set;

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

  /// Opens the keystore; makes it first if there is none.
  KeyRing open(SecureRandom random, Instant now) {
    if (Files.exists(keystore) && !Files.exists(password)) {
      throw KeyTexts.unusable("keys.password-lost", password);
    }
    try {
      if (!Files.exists(password)) {
        Files.createDirectories(folder);
        writeOwnerOnly(password, newPassword(random));
      }
      char[] secret = Files.readString(password, StandardCharsets.US_ASCII).strip().toCharArray();
      if (!Files.exists(keystore)) {
        Instant start = now.truncatedTo(ChronoUnit.SECONDS);
        new KeyCeremony(random, start, start.plus(VALIDITY), true).create(keystore, secret);
      }
      return KeyRing.load(keystore, secret);
    } catch (IOException e) {
      throw KeyTexts.unusable("keys.folder", folder.toAbsolutePath());
    }
  }

  static String newPassword(SecureRandom random) {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static void writeOwnerOnly(Path file, String text) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] mode =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try (var channel =
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
      channel.write(StandardCharsets.US_ASCII.encode(text));
    }
  }
}
