package cn.zhenrong.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.keys.KeySettings.TokenSettings;
import cn.zhenrong.problem.CannotStart;
import cn.zhenrong.seal.KeyRing;
import cn.zhenrong.seal.KeySlot;
import cn.zhenrong.seal.SignatureAlgorithm;
import cn.zhenrong.seal.Signer;
import cn.zhenrong.seal.VerifyingKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Signing keys in a PKCS#11 token; the serial root stays in the keystore file.
class TokenIT {
  private static final byte[] MESSAGE =
      "ZR1/S/0D26K7YTY8GVZYWZ/WS100".getBytes(StandardCharsets.US_ASCII);
  private final SecureRandom random = new SecureRandom();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @TempDir Path folder;

  /// A process signs in to a token once: later PINs are not looked at. So the wrong one comes
  /// first.
  @BeforeAll
  static void aTokenWithOneKeyThatAWrongPinDoesNotOpen(@TempDir Path folder) throws IOException {
    SoftHsm.start();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    CeremonyCommand command = new CeremonyCommand(Clock.systemUTC(), new SecureRandom(), out);
    Path pin = folder.resolve("pin");
    List<String> words = List.of("token", SoftHsm.library().toString(), pin.toString(), "7");
    Files.writeString(pin, "00000000");
    assertThat(command.run(words)).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("The PIN of the token is wrong");
    Files.writeString(pin, SoftHsm.PIN);
    assertThat(command.run(words)).isZero();
  }

  @Test
  void signsInTheTokenWithAKeyMadeThere() throws IOException {
    made("none");
    KeyRing ring = opening(SoftHsm.PIN).open(random, Clock.systemUTC().instant());
    KeySlot slot = ring.slot(7).orElseThrow();

    assertThat(ring.slots()).containsExactly(slot);
    assertThat(slot.key().algorithm()).isEqualTo(SignatureAlgorithm.ES256);
    assertThat(slot.kid()).isEqualTo(slot.key().thumbprint());
    assertThat(slot.notAfter()).isAfter(Clock.systemUTC().instant());
    Signer signer = ring.signer(7);
    VerifyingKey published = VerifyingKey.ofSpki(slot.key().spki());
    assertThat(
            IntStream.range(0, 100)
                .parallel()
                .mapToObj(_ -> signer.sign(MESSAGE))
                .allMatch(signature ->
                    signature.length == 64 && published.verifier().verify(MESSAGE, signature)))
        .isTrue();
    assertThat(signer).hasToString("Signer[slot 7, ES256, key in the token]");
    assertThat(ring.serialKeys().encipher(0, 1)).isNotNull();
  }

  @Test
  void standsBesideTheKeysOfTheFile() throws IOException {
    made("Ed25519", "SM2");
    KeyRing ring = opening(SoftHsm.PIN).open(random, Clock.systemUTC().instant());
    assertThat(ring.slots()).extracting(KeySlot::slot).containsExactly(1, 2, 7);
  }

  @Test
  void refusesAnEmptySlotATakenSlotAndAKeyInBothPlaces() throws IOException {
    made("none");
    refuses(opening(SoftHsm.PIN, 4711L), "no token");
    assertThat(run("token", SoftHsm.library().toString(), file("pin", SoftHsm.PIN), "7"))
        .isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("Slot 7 holds");
    assertThat(run("add", keystore(), password(), "7", "SM2")).isZero();
    refuses(opening(SoftHsm.PIN), "both in the keystore file and in the token");
  }

  private void refuses(KeyOpening opening, String words) {
    assertThatThrownBy(() -> opening.open(random, Clock.systemUTC().instant()))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(words)
        .hasMessageNotContaining(SoftHsm.PIN);
  }

  private void made(String... algorithms) {
    List<String> words = new java.util.ArrayList<>(List.of(keystore(), password()));
    words.addAll(List.of(algorithms));
    assertThat(run(words.toArray(String[]::new))).isZero();
  }

  private int run(String... words) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new CeremonyCommand(Clock.systemUTC(), random, out).run(List.of(words));
  }

  private KeyOpening opening(String pin) throws IOException {
    return opening(pin, null);
  }

  private KeyOpening opening(String pin, @Nullable Long slot) throws IOException {
    TokenSettings token = new TokenSettings(SoftHsm.library(), slot, Path.of(file("pin", pin)));
    return new KeyOpening(
        new KeySettings(Path.of(keystore()), null, Path.of(password()), folder, token), false);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String keystore() {
    return folder.resolve("keys.p12").toString();
  }

  private String password() {
    return folder.resolve("keys.password").toString();
  }
}
