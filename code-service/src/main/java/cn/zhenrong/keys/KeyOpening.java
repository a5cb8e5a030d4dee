package cn.zhenrong.keys;

import cn.zhenrong.problem.CannotStart;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Words;
import cn.zhenrong.seal.KeyRing;
import cn.zhenrong.seal.KeySlot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;

/// Opens the keystore the settings name and refuses one that does not fit the mode: demonstration
/// keys in a real installation, real keys in a demonstration.
record KeyOpening(KeySettings settings, boolean demo) {

  /// @throws CannotStart if there is no keystore, its password is wrong or its keys do not fit
  KeyRing open(SecureRandom random, Instant now) {
    Path keystore = settings.keystore();
    DemoKeystore own = new DemoKeystore(settings.folder());
    try {
      KeyRing ring =
          keystore == null && demo
              ? own.open(random, now)
              : KeyRing.load(required(keystore), password());
      requireFit(ring);
      return ring;
    } catch (Problem problem) {
      throw told(keystore == null ? own.path() : keystore, problem);
    }
  }

  private void requireFit(KeyRing ring) {
    for (KeySlot key : ring.slots()) {
      if (key.demo() != demo) {
        throw KeyTexts.unusable(demo ? "keys.not-demo" : "keys.demo", key.slot());
      }
    }
  }

  private static Path required(@org.jspecify.annotations.Nullable Path keystore) {
    if (keystore == null) {
      throw KeyTexts.unusable("keys.no-settings");
    }
    return keystore;
  }

  private char[] password() {
    Path file = settings.passwordFile();
    if (file == null) {
      String password = settings.password();
      if (password == null || password.isEmpty()) {
        throw KeyTexts.unusable("keys.no-password");
      }
      return password.toCharArray();
    }
    try {
      return Files.readString(file, StandardCharsets.UTF_8)
          .lines()
          .findFirst()
          .orElse("")
          .toCharArray();
    } catch (IOException e) {
      throw KeyTexts.unusable("keys.password-file", file);
    }
  }

  private static CannotStart told(Path keystore, Problem problem) {
    Words detail = problem.detail() == null ? problem.kind().title() : problem.detail();
    return KeyTexts.unusable(
        new Words(
            KeyTexts.words("keys.place", keystore, detail.zh()).zh(),
            KeyTexts.words("keys.place", keystore, detail.en()).en()));
  }
}
