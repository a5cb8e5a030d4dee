package cn.zhenrong.keys;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.seal.KeyRing;
import cn.zhenrong.seal.KeySlot;
import cn.zhenrong.seal.SignatureAlgorithm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CeremonyTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private String keystore = "";
  private String password = "";

  @BeforeEach
  void names() {
    keystore = folder.resolve("keys.p12").toString();
    password = folder.resolve("keys.password").toString();
  }

  @Test
  void makesOneKeyOfEd25519() throws IOException {
    assertThat(run(keystore, password)).isZero();

    assertThat(algorithms()).containsExactly(SignatureAlgorithm.Ed25519);
    KeySlot key = ring().slot(1).orElseThrow();
    assertThat(key.demo()).isFalse();
    assertThat(key.notBefore()).isEqualTo(NOW);
    assertThat(key.notAfter()).isEqualTo(Instant.parse("2036-11-22T10:00:00Z"));
    for (String file : List.of(keystore, password)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(file))))
          .isEqualTo("rw-------");
    }
    assertThat(said()).doesNotContain(Files.readString(Path.of(password)));
  }

  @Test
  void makesTheKeysThatAreNamed() throws IOException {
    assertThat(run(keystore, password, "Ed25519", "sm2", "ES256")).isZero();
    assertThat(algorithms())
        .containsExactly(
            SignatureAlgorithm.Ed25519, SignatureAlgorithm.SM2, SignatureAlgorithm.ES256);
  }

  @Test
  void addsAKeyAndKeepsTheOthers() throws IOException {
    run(keystore, password);
    KeyRing before = ring();

    assertThat(run("add", keystore, password, "73", "SM2")).isZero();

    assertThat(said()).contains("opy that file to every instance");
    assertThat(ring().slot(1)).isEqualTo(before.slot(1));
    assertThat(ring().slot(73).orElseThrow().key().algorithm()).isEqualTo(SignatureAlgorithm.SM2);
    assertThat(ring().serialKeys().witness(0)).isEqualTo(before.serialKeys().witness(0));
    byte[] kept = Files.readAllBytes(Path.of(keystore));
    assertThat(run("add", keystore, password, "73", "SM2")).isEqualTo(1);
    assertThat(run("add", keystore, password, "74", "SM2")).isEqualTo(1);
    assertThat(run("add", keystore, password + "x", "2", "SM2")).isEqualTo(1);
    Files.writeString(Path.of(password), "wrong");
    assertThat(run("add", keystore, password, "2", "SM2")).isEqualTo(1);
    assertThat(said()).contains("Slot 73 holds", "between 0 and 73", "keys.passwordx", "is wrong");
    assertThat(Path.of(keystore)).hasBinaryContent(kept);
  }

  @Test
  void leavesNoPasswordBehindWhenTheKeystoreCannotBeMade() {
    assertThat(run(folder.resolve("none/keys.p12").toString(), password)).isEqualTo(1);
    assertThat(Path.of(password)).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a b RSA",
        "a b none SM2",
        "add a b 1",
        "add a b x SM2",
        "add a b 100 SM2",
        "add a b 1 RSA",
        "token a b",
        "token a b 1 x",
        "token a b 1 2 3"
      })
  void tellsItsUsageInBothLanguages(String words) {
    assertThat(run(words.isEmpty() ? new String[0] : words.split(" "))).isEqualTo(2);
    assertThat(said())
        .contains("用法", "usage", "ceremony add", "ceremony token", "Ed25519", "ES256", "SM2");
    assertThat(folder).isEmptyDirectory();
  }

  private List<SignatureAlgorithm> algorithms() throws IOException {
    return ring().slots().stream().map(slot -> slot.key().algorithm()).toList();
  }

  private KeyRing ring() throws IOException {
    return KeyRing.load(Path.of(keystore), PasswordFile.read(Path.of(password)));
  }

  private int run(String... words) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return new CeremonyCommand(clock, new SecureRandom(), out).run(List.of(words));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
