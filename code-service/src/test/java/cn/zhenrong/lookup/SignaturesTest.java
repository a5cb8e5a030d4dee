package cn.zhenrong.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.code.PrintedText;
import cn.zhenrong.code.SignatureToken;
import cn.zhenrong.code.Statement;
import cn.zhenrong.keys.KeyStatus;
import cn.zhenrong.keys.SigningKey;
import cn.zhenrong.seal.KeyCeremony;
import cn.zhenrong.seal.KeyRing;
import cn.zhenrong.seal.KeySlot;
import cn.zhenrong.seal.SignatureAlgorithm;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Slot 1 is Ed25519, slot 2 SM2, slot 3 P-256; slot 4 is Ed25519 too.
class SignaturesTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
  private static final char[] PASSWORD = "password of a test".toCharArray();
  private static final String PATH = "/S/0D26K7YTY8GVZYWZ";
  private static final Statement SAID = new Statement("WS95WO5");

  @TempDir Path folder;
  private KeyRing ring;

  @BeforeEach
  void keys() {
    Path keystore = folder.resolve("keys.p12");
    new KeyCeremony(new SecureRandom(), START, START.plusSeconds(60), false)
        .create(
            keystore,
            PASSWORD,
            List.of(
                SignatureAlgorithm.Ed25519,
                SignatureAlgorithm.SM2,
                SignatureAlgorithm.ES256,
                SignatureAlgorithm.Ed25519));
    ring = KeyRing.load(keystore, PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void isValidByTheBatchesOwnSlotOnly(int own) {
    for (int slot = 1; slot <= 4; slot++) {
      assertThat(signatures(KeyStatus.CURRENT).check(PATH, own, SAID, text(slot, slot)))
          .as("slot %d", slot)
          .isEqualTo(slot == own ? SignatureCheck.VALID : SignatureCheck.MISMATCH);
    }
  }

  @Test
  void isAMismatchForAnyThingThatDiffers() {
    Signatures signatures = signatures(KeyStatus.CURRENT);
    Statement other = new Statement("WS100");
    assertThat(signatures.check(PATH, 2, SAID, null)).isEqualTo(SignatureCheck.ABSENT);
    assertThat(signatures.check(PATH, 2, SAID, text(2, 2))).isEqualTo(SignatureCheck.VALID);
    assertThat(signatures.check(PATH, 2, SAID, text(2, 1)))
        .as("another key under the batch's slot")
        .isEqualTo(SignatureCheck.MISMATCH);
    assertThat(signatures.check(PATH + "0", 2, SAID, text(2, 2)))
        .isEqualTo(SignatureCheck.MISMATCH);
    assertThat(signatures.check(PATH, 2, other, text(2, 2))).isEqualTo(SignatureCheck.MISMATCH);
    assertThat(signatures.check(PATH, 2, null, text(2, 2))).isEqualTo(SignatureCheck.MISMATCH);
    assertThat(signatures.check(PATH, 2, SAID, "WS95WO5.1")).isEqualTo(SignatureCheck.MISMATCH);
    assertThat(signatures.check(PATH, 9, SAID, text(9, 2)))
        .as("a slot that never was")
        .isEqualTo(SignatureCheck.MISMATCH);
  }

  @Test
  void withoutRecordsAnySlotVouchesUnlessItIsCompromised() {
    for (int slot = 1; slot <= 4; slot++) {
      String text = text(slot, slot);
      assertThat(signatures(KeyStatus.RETIRED).vouched(PATH, text)).contains(SAID);
      assertThat(signatures(KeyStatus.COMPROMISED).vouched(PATH, text)).isEmpty();
    }
    assertThat(signatures(KeyStatus.CURRENT).vouched(PATH, text(1, 2))).isEmpty();
    assertThat(signatures(KeyStatus.CURRENT).vouched(PATH, text(9, 2))).isEmpty();
  }

  /// @param said the slot written into the text
  /// @param by the slot whose key signs
  private String text(int said, int by) {
    byte[] signature = ring.signer(by).sign(PrintedText.message(PATH, SAID));
    return new SignatureToken(SAID, said, signature).text();
  }

  private Signatures signatures(KeyStatus status) {
    return new Signatures(slot -> ring.slot(slot).map(key -> published(key, status)));
  }

  private static SigningKey published(KeySlot key, KeyStatus status) {
    return new SigningKey(
        key.slot(),
        key.kid(),
        key.key(),
        status,
        key.notBefore(),
        key.notAfter(),
        null,
        null,
        null);
  }
}
