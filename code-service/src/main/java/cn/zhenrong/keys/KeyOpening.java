package cn.zhenrong.keys;

import cn.zhenrong.keys.KeySettings.TokenSettings;
import cn.zhenrong.problem.CannotStart;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Words;
import cn.zhenrong.seal.KeyRing;
import cn.zhenrong.seal.KeySlot;
import cn.zhenrong.seal.Token;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Opens the keystore and the token the settings name, and refuses keys that do not fit the mode:
/// demonstration keys in a real installation, real keys in a demonstration.
final class KeyOpening {
  private final KeySettings settings;
  private final boolean demo;
  private @Nullable Token token;

  KeyOpening(KeySettings settings, boolean demo) {
    this.settings = settings;
    this.demo = demo;
  }

  /// The keystore file, whether it exists or not.
  Path keystore() {
    Path named = settings.keystore();
    if (named == null && !demo) {
      throw KeyTexts.unusable("keys.no-settings");
    }
    return named == null ? new DemoKeystore(settings.folder()).path() : named;
  }

  /// Reads all keys; demo mode makes its keystore first if there is none.
  ///
  /// @throws CannotStart if there is no keystore, a password is wrong or the keys do not fit
  KeyRing open(SecureRandom random, Instant now) {
    if (settings.keystore() == null && demo) {
      new DemoKeystore(settings.folder()).prepare(random, now);
    }
    return read();
  }

  /// Reads all keys as they are now.
  ///
  /// @throws CannotStart as above
  KeyRing read() {
    Path keystore = keystore();
    Token.Content content = token();
    char[] password = password();
    try {
      KeyRing ring =
          content == null
              ? KeyRing.load(keystore, password)
              : KeyRing.load(keystore, password, content);
      requireFit(ring);
      return ring;
    } catch (Problem problem) {
      throw told("keys.place", keystore, problem);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  /// What the token holds now; null where none is set.
  Token.@Nullable Content token() {
    TokenSettings where = settings.token();
    if (where == null) {
      return null;
    }
    Path library = where.library();
    Path pinFile = where.pinFile();
    if (library == null || pinFile == null) {
      throw KeyTexts.unusable("keys.token-settings");
    }
    char[] pin = read(pinFile);
    try {
      if (token == null) {
        token = Token.in(library, where.slot());
      }
      return token.open(pin);
    } catch (Problem problem) {
      throw told("keys.token", library, problem);
    } finally {
      Arrays.fill(pin, '\0');
    }
  }

  private void requireFit(KeyRing ring) {
    for (KeySlot key : ring.slots()) {
      if (key.demo() != demo) {
        throw KeyTexts.unusable(demo ? "keys.not-demo" : "keys.demo", key.slot());
      }
    }
  }

  private char[] password() {
    if (settings.keystore() == null) {
      return read(new DemoKeystore(settings.folder()).passwordFile());
    }
    Path file = settings.passwordFile();
    if (file != null) {
      return read(file);
    }
    String password = settings.password();
    if (password == null || password.isEmpty()) {
      throw KeyTexts.unusable("keys.no-password");
    }
    return password.toCharArray();
  }

  private static char[] read(Path file) {
    try {
      return PasswordFile.read(file);
    } catch (IOException e) {
      throw KeyTexts.unusable("keys.password-file", file);
    }
  }

  private static CannotStart told(String key, Path place, Problem problem) {
    Words detail = KeyTexts.detail(problem);
    return KeyTexts.unusable(
        new Words(
            KeyTexts.words(key, place, detail.zh()).zh(),
            KeyTexts.words(key, place, detail.en()).en()));
  }
}
