package cn.zhenrong.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.keys.KeySettings.TokenSettings;
import cn.zhenrong.problem.CannotStart;
import cn.zhenrong.seal.KeyCeremony;
import cn.zhenrong.seal.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyOpeningTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String PASSWORD = "not-to-be-shown";
  private final SecureRandom random = new SecureRandom();

  @TempDir Path folder;
  private Path passwordFile;

  @BeforeEach
  void aPasswordFile() throws IOException {
    passwordFile = folder.resolve("password");
    Files.writeString(passwordFile, PASSWORD + "\n");
  }

  @Test
  void makesADemoKeystoreOnceAndForItsOwnerAlone() throws IOException {
    Path place = folder.resolve("keys");
    KeyRing first = demo(place).open(random, NOW);
    KeyRing again = demo(place).open(random, NOW.plusSeconds(60));

    assertThat(first.slots()).hasSize(1);
    assertThat(first.slots().getFirst().kid()).startsWith("demo-");
    assertThat(again.slots()).isEqualTo(first.slots());
    assertThat(again.serialKeys().encipher(0, 1)).isEqualTo(first.serialKeys().encipher(0, 1));
    for (String name : new String[] {"keystore.p12", "keystore.password"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve(name))))
          .as(name)
          .isEqualTo("rw-------");
    }
  }

  @Test
  void tellsWhenTheDemoPasswordIsGoneOrWrong() throws IOException {
    Path place = folder.resolve("keys");
    demo(place).open(random, NOW);
    Files.writeString(place.resolve("keystore.password"), "another");
    refuses(() -> demo(place).open(random, NOW), "口令");
    Files.delete(place.resolve("keystore.password"));
    refuses(() -> demo(place).open(random, NOW), "keystore.password");
  }

  @Test
  void opensARealKeystoreByFileOrSetting() {
    Path keystore = keystore(false);
    assertThat(real(keystore, null, passwordFile).open(random, NOW).slots()).hasSize(1);
    assertThat(real(keystore, PASSWORD, null).open(random, NOW).slots().getFirst().demo())
        .isFalse();
  }

  @Test
  void refusesARealInstallationWithoutAKeystoreOrItsPassword() {
    Path keystore = keystore(false);
    refuses(() -> real(null, null, null).open(random, NOW), "zhenrong.keys.keystore");
    refuses(() -> real(keystore, null, null).open(random, NOW), "password-file");
    refuses(() -> real(keystore, "wrong", null).open(random, NOW), "password");
    refuses(() -> real(keystore, null, folder.resolve("none")).open(random, NOW), "cannot be read");
    refuses(
        () -> real(folder.resolve("none.p12"), PASSWORD, null).open(random, NOW), "does not exist");
    refuses(() -> real(passwordFile, PASSWORD, null).open(random, NOW), "PKCS#12");
  }

  @Test
  void refusesDemoKeysInARealInstallationAndRealKeysInADemo() {
    Path demoKeys = keystore(true);
    refuses(() -> real(demoKeys, PASSWORD, null).open(random, NOW), "demo-");
    Path realKeys = folder.resolve("real.p12");
    ceremony(false).create(realKeys, PASSWORD.toCharArray());
    KeySettings settings = new KeySettings(realKeys, PASSWORD, null, folder, null, null);
    refuses(() -> new KeyOpening(settings, true).open(random, NOW), "demonstration");
  }

  @Test
  void refusesATokenThatIsSetByHalvesOrHasNoLibrary() {
    Path keystore = keystore(false);
    Path none = folder.resolve("none.so");
    refuses(
        () -> withToken(keystore, new TokenSettings(none, null, null)).open(random, NOW),
        "pin-file");
    refuses(
        () -> withToken(keystore, new TokenSettings(null, null, passwordFile)).open(random, NOW),
        "token.library");
    refuses(
        () -> withToken(keystore, new TokenSettings(none, null, passwordFile)).open(random, NOW),
        "none.so does not exist");
    refuses(
        () ->
            withToken(keystore, new TokenSettings(passwordFile, null, passwordFile))
                .open(random, NOW),
        "cannot be used");
  }

  @Test
  void readsTheFirstLineOfAPasswordFileOnly() throws IOException {
    for (String text : new String[] {"a口b", "a口b\n", "a口b\r\nmore", "a口b\n\n"}) {
      Files.writeString(passwordFile, text);
      assertThat(PasswordFile.read(passwordFile)).isEqualTo("a口b".toCharArray());
    }
    Files.writeString(passwordFile, "");
    assertThat(PasswordFile.read(passwordFile)).isEmpty();
  }

  @Test
  void hidesThePasswordInItsTextForm() {
    assertThat(new KeySettings(folder, PASSWORD, null, folder, null, null).toString())
        .doesNotContain(PASSWORD);
  }

  private static void refuses(ThrowingCallable opening, String word) {
    assertThatThrownBy(opening)
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(word)
        .hasMessageNotContaining(PASSWORD)
        .hasNoCause();
  }

  private KeyOpening demo(Path place) {
    return new KeyOpening(new KeySettings(null, null, null, place, null, null), true);
  }

  private KeyOpening real(@Nullable Path keystore, @Nullable String password, @Nullable Path file) {
    return new KeyOpening(new KeySettings(keystore, password, file, folder, null, null), false);
  }

  private KeyOpening withToken(Path keystore, TokenSettings token) {
    return new KeyOpening(
        new KeySettings(keystore, null, passwordFile, folder, token, null), false);
  }

  private Path keystore(boolean demo) {
    Path path = folder.resolve("keystore.p12");
    ceremony(demo).create(path, PASSWORD.toCharArray());
    return path;
  }

  private KeyCeremony ceremony(boolean demo) {
    return new KeyCeremony(random, NOW, NOW.plus(Duration.ofDays(365)), demo);
  }
}
