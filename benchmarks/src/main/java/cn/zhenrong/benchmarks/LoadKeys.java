package cn.zhenrong.benchmarks;

import cn.zhenrong.seal.KeyCeremony;
import cn.zhenrong.seal.KeyRing;
import cn.zhenrong.seal.SignatureAlgorithm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Keys that live for one measurement: Ed25519 in slot 1, SM2 in slot 2, and a serial root.
final class LoadKeys {
  static final int ED25519 = 1;
  static final int SM2 = 2;

  private LoadKeys() {}

  static KeyRing make() {
    char[] password = "measured".toCharArray();
    KeyCeremony ceremony =
        new KeyCeremony(
            new SecureRandom(), Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(36_500)), true);
    try {
      Path directory = Files.createTempDirectory("benchmark");
      Path keystore = directory.resolve("keys.p12");
      ceremony.create(
          keystore, password, List.of(SignatureAlgorithm.Ed25519, SignatureAlgorithm.SM2));
      KeyRing ring = KeyRing.load(keystore, password);
      Files.delete(keystore);
      Files.delete(directory);
      return ring;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
