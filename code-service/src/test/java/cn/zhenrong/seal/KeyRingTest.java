package cn.zhenrong.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
  private static final Instant FROM = Instant.parse("2026-11-22T00:00:00Z");
  private static final Instant TO = Instant.parse("2028-11-22T00:00:00Z");
  private static final byte[] MESSAGE =
      "ZR1/S/0D26K7YTY8GVZYWZ/WS100".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  @Test
  void whatWasSignedVerifiesWithThePublishedKey() {
    KeyRing ring = made(ceremony(false));
    Signer signer = ring.signer(1);
    KeySlot slot = ring.slot(1).orElseThrow();
    assertThat(signer.slot()).isEqualTo(1);
    assertThat(signer.algorithm()).isEqualTo(SignatureAlgorithm.Ed25519);
    assertThat(slot.key().verifier().verify(MESSAGE, signer.sign(MESSAGE))).isTrue();
    assertThat(slot.notBefore()).isEqualTo(FROM);
    assertThat(slot.notAfter()).isEqualTo(TO);
    assertThat(slot.kid()).isEqualTo(slot.key().thumbprint()).hasSize(43);
    assertThat(slot.demo()).isFalse();
  }

  @Test
  void aDemoKeyTellsByItsKid() {
    KeySlot slot = made(ceremony(true)).slot(1).orElseThrow();
    assertThat(slot.kid()).isEqualTo("demo-" + slot.key().thumbprint());
    assertThat(slot.demo()).isTrue();
  }

  @Test
  void readsTheSameSecretsEveryTime() {
    KeyRing ring = made(ceremony(false));
    KeyRing again = KeyRing.load(keystore(), password());
    assertThat(again.serialKeys().encipher(3, 7)).isEqualTo(ring.serialKeys().encipher(3, 7));
    assertThat(again.signer(1).sign(MESSAGE)).isEqualTo(ring.signer(1).sign(MESSAGE));
    assertThat(again.paddingKey("B1")).isEqualTo(ring.paddingKey("B1")).hasSize(32);
    assertThat(again.paddingKey("B2")).isNotEqualTo(ring.paddingKey("B1"));
  }

  @Test
  void holdsKeysOfEveryAlgorithm() {
    ceremony(false).create(keystore(), password(), List.of(SignatureAlgorithm.values()));
    KeyRing ring = KeyRing.load(keystore(), password());
    assertThat(ring.slots()).extracting(KeySlot::slot).containsExactly(1, 2, 3);
    assertThat(ring.slots())
        .extracting(slot -> slot.key().algorithm())
        .containsExactly(SignatureAlgorithm.values());
    for (KeySlot slot : ring.slots()) {
      byte[] signature = ring.signer(slot.slot()).sign(MESSAGE);
      assertThat(slot.key().verifier().verify(MESSAGE, signature)).isTrue();
      assertThat(slot.notAfter()).isEqualTo(TO);
    }
  }

  @Test
  void takesAnotherKeyLater() {
    KeyRing before = made(ceremony(false));
    ceremony(false).add(keystore(), password(), 73, SignatureAlgorithm.SM2);
    KeyRing after = KeyRing.load(keystore(), password());
    assertThat(after.slots()).extracting(KeySlot::slot).containsExactly(1, 73);
    assertThat(after.slot(1)).isEqualTo(before.slot(1));
    assertThat(after.serialKeys().encipher(0, 1)).isEqualTo(before.serialKeys().encipher(0, 1));
    assertThat(permissions()).isEqualTo("rw-------");
    refused(
        "Slot 73 holds",
        () -> ceremony(false).add(keystore(), password(), 73, SignatureAlgorithm.SM2));
    refused(
        "between 0 and 73",
        () -> ceremony(false).add(keystore(), password(), 74, SignatureAlgorithm.SM2));
  }

  @Test
  void onlyTheOwnerMayReadTheFile() {
    made(ceremony(false));
    assertThat(permissions()).isEqualTo("rw-------");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void neverOverwritesAKeystore() throws Exception {
    made(ceremony(false));
    byte[] before = Files.readAllBytes(keystore());
    refused("not overwritten", () -> ceremony(false).create(keystore(), password()));
    assertThat(keystore()).hasBinaryContent(before);
  }

  @Test
  void saysWhatIsWrongWithAKeystore() throws Exception {
    refused("does not exist", () -> KeyRing.load(keystore(), password()));
    made(ceremony(false));
    refused("password", () -> KeyRing.load(keystore(), "other".toCharArray()));
    Path junk = Files.writeString(folder.resolve("junk.p12"), "not a keystore");
    refused("PKCS#12", () -> KeyRing.load(junk, password()));
    refused("no signing key", () -> KeyRing.load(without("slot-1"), password()));
    refused("serial-root", () -> KeyRing.load(without("serial-root"), password()));
    refused("slot 9", () -> KeyRing.load(keystore(), password()).signer(9));
  }

  @Test
  void showsNoSecretAsText() {
    KeyRing ring = made(ceremony(false));
    assertThat(ring).hasToString("KeyRing[slots [1], keys hidden]");
    assertThat(ring.serialKeys()).hasToString("SerialKeys[hidden]");
    assertThat(ring.signer(1)).hasToString("Signer[slot 1, Ed25519, key hidden]");
  }

  @Test
  void saysWhichImplementationSigns() {
    assertThat(KeyRing.ed25519Provider())
        .isEqualTo(
            CorrettoEd25519.ifLoadable().isPresent()
                ? "Amazon Corretto Crypto Provider"
                : "Bouncy Castle");
  }

  private KeyRing made(KeyCeremony ceremony) {
    ceremony.create(keystore(), password());
    return KeyRing.load(keystore(), password());
  }

  private static KeyCeremony ceremony(boolean demo) {
    return new KeyCeremony(new FixedRandom(1), FROM, TO, demo);
  }

  private Path without(String alias) throws Exception {
    KeyStore store = KeystoreFile.open(keystore(), password()).store();
    store.deleteEntry(alias);
    Path path = folder.resolve("without-" + alias + ".p12");
    try (OutputStream out = Files.newOutputStream(path)) {
      store.store(out, password());
    }
    return path;
  }

  private Path keystore() {
    return folder.resolve("keys.p12");
  }

  private String permissions() {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(keystore()));
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private static char[] password() {
    return "correct horse".toCharArray();
  }

  private static void refused(String words, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(ProblemKind.INTERNAL);
              assertThat(problem).hasMessageContaining(words);
            });
  }
}
