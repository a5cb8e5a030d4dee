package cn.zhenrong.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.code.PrintedText;
import cn.zhenrong.code.SignatureToken;
import cn.zhenrong.keys.KeySettings.TokenSettings;
import cn.zhenrong.party.Credentials;
import cn.zhenrong.party.Parties;
import cn.zhenrong.party.PartySettings;
import cn.zhenrong.problem.CannotStart;
import cn.zhenrong.seal.Jws;
import cn.zhenrong.seal.KeyRing;
import cn.zhenrong.seal.KeySlot;
import cn.zhenrong.seal.SignatureAlgorithm;
import cn.zhenrong.seal.Signer;
import cn.zhenrong.seal.Verifier;
import cn.zhenrong.seal.VerifyingKey;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.Patience;
import cn.zhenrong.testing.RealInstallation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

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

    assertThat(ring.slots()).contains(slot).noneMatch(key -> key.slot() == 1);
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
    assertThat(ring.slots()).extracting(KeySlot::slot).contains(1, 2, 7);
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

  @Test
  void leavesATokenAloneThatDidNotAnswerUntilTheKeystoreChanges() throws IOException {
    made("none");
    KeySource source =
        new KeySource(
            settings(SoftHsm.PIN, null), new PartySettings(false, null), random, Clock.systemUTC());
    source.open();
    assertThat(source.hasChanged()).isFalse();

    Files.delete(folder.resolve("pin"));
    assertThatThrownBy(source::hasChanged).isInstanceOf(CannotStart.class);
    assertThat(source.hasChanged()).as("told once").isFalse();
    assertThat(run("add", keystore(), password(), "2", "SM2")).isZero();
    assertThat(source.hasChanged()).isTrue();
    assertThatThrownBy(source::again).isInstanceOf(CannotStart.class);
    assertThat(source.hasChanged()).as("tried once").isFalse();

    file("pin", SoftHsm.PIN);
    assertThat(run("add", keystore(), password(), "3", "SM2")).isZero();
    assertThat(source.hasChanged()).isTrue();
    assertThat(source.again().slots()).extracting(KeySlot::slot).contains(2, 3, 7);
    assertThat(source.hasChanged()).isFalse();
    source.forget();
    assertThat(source.hasChanged()).isTrue();
  }

  @Test
  void anInstallationIssuesWithTheKeyOfItsTokenAndTakesANewOneWithoutARestart() throws IOException {
    RealInstallation installation = new RealInstallation(folder);
    List<String> settings = installation.settings("none");
    List<String> alone = new ArrayList<>(settings);
    settings.add("--zhenrong.keys.token.library=" + SoftHsm.library());
    settings.add("--zhenrong.keys.token.pin-file=" + file("pin", SoftHsm.PIN));
    try (ConfigurableApplicationContext service = RealInstallation.start(settings)) {
      Keys keys = service.getBean(Keys.class);
      int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
      Makers makers =
          new Makers(service.getBean(Parties.class), service.getBean(Credentials.class));
      IssuedBatch batch = Papers.of(makers.maker().api(port)).issue("signed", 300);
      assertThat(batch.rows())
          .hasSize(300)
          .allMatch(row -> isSigned(row.url(), keys.verifier(7).orElseThrow()));
      Api nobody = new Api(port, "");
      String jws = new String(nobody.get(batch.path("manifest")).body(), US_ASCII);
      assertThat(Jws.open(jws, keys.verifier(7).orElseThrow(), keys.kid(7), "zr-batch+jws"))
          .isPresent();

      assertThat(run("token", SoftHsm.library().toString(), file("pin", SoftHsm.PIN), "9"))
          .isZero();
      Patience.until("the new key signs", () -> keys.currentSlot() == 9);
    }
    assertThatThrownBy(() -> RealInstallation.start(alone).close())
        .hasStackTraceContaining("no signing key");
  }

  private static boolean isSigned(String url, Verifier key) {
    String path = url.substring(url.indexOf("/S/"), url.indexOf("?S="));
    SignatureToken token = SignatureToken.read(url.substring(url.indexOf("?S=") + 3)).orElseThrow();
    return key.verify(PrintedText.message(path, token.statement()), token.signature());
  }

  private void refuses(KeyOpening opening, String words) {
    assertThatThrownBy(() -> opening.open(random, Clock.systemUTC().instant()))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(words)
        .hasMessageNotContaining(SoftHsm.PIN);
  }

  private void made(String... algorithms) {
    List<String> words = new ArrayList<>(List.of(keystore(), password()));
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
    return new KeyOpening(settings(pin, slot), false);
  }

  private KeySettings settings(String pin, @Nullable Long slot) throws IOException {
    TokenSettings token = new TokenSettings(SoftHsm.library(), slot, Path.of(file("pin", pin)));
    return new KeySettings(Path.of(keystore()), null, Path.of(password()), folder, token, null);
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
