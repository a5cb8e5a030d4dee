package cn.zhenrong.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.problem.CannotStart;
import cn.zhenrong.seal.KeyCeremony;
import cn.zhenrong.seal.KeyRing;
import cn.zhenrong.seal.SignatureAlgorithm;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@ServiceTest
class KeysIT {
  private static final char[] PASSWORD = "password of a test".toCharArray();

  @Autowired Keys keys;
  @Autowired KeyRing ring;
  @Autowired KeyRegister register;
  @Autowired JdbcTemplate sql;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;
  @LocalServerPort int port;
  @TempDir Path folder;

  private Instant now;

  @BeforeEach
  void now() {
    now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  @Test
  void publishesTheCurrentKeyForCodesAndManifests() {
    Answer codeKeys = new Api(port, "").get("/.well-known/code-keys.json");
    JsonNode key = codeKeys.json().at("/keys/0");

    assertThat(codeKeys.status()).isEqualTo(200);
    assertThat(codeKeys.header("Cache-Control")).isEqualTo("max-age=300, public");
    assertThat(key.path("slot").asInt()).isEqualTo(keys.currentSlot());
    assertThat(key.path("kid").asString()).startsWith("demo-").isEqualTo(keys.kid(1));
    assertThat(key.path("alg").asString()).isEqualTo("Ed25519");
    assertThat(key.path("status").asString()).isEqualTo("current");
    assertThat(key.path("pem").asString()).startsWith("-----BEGIN PUBLIC KEY-----\n");
    assertThat(key.path("notBefore").asString()).endsWith("Z");
    assertThat(key.path("notAfter").asString()).endsWith("Z");
    assertThat(key.path("successor").isNull()).isTrue();
  }

  @Test
  void publishesAJwkWhoseBytesAreThoseOfThePem() {
    Answer jwks = new Api(port, "").get("/.well-known/jwks.json");
    JsonNode key = jwks.json().at("/keys/0");

    assertThat(jwks.header("Cache-Control")).isEqualTo("max-age=300, public");
    assertThat(key.path("kty").asString()).isEqualTo("OKP");
    assertThat(key.path("crv").asString()).isEqualTo("Ed25519");
    assertThat(key.path("alg").asString()).isEqualTo("EdDSA");
    assertThat(key.path("kid").asString()).isEqualTo(keys.kid(1));
    byte[] x = Base64.getUrlDecoder().decode(key.path("x").asString());
    assertThat(keys.key(1).orElseThrow().key().spki()).endsWith(x).hasSize(12 + x.length);
    assertThat(key.has("d")).isFalse();
  }

  @Test
  void signsWithTheKeyItPublishes() {
    byte[] message = "ZR1/S/0D26K7YTY8GVZYWZ/WS100".getBytes(StandardCharsets.US_ASCII);
    byte[] signature = keys.signer(keys.currentSlot()).sign(message);

    assertThat(keys.verifier(keys.currentSlot()).orElseThrow().verify(message, signature)).isTrue();
    assertThat(keys.verifier(73)).isEmpty();
    assertThat(keys.status(keys.currentSlot())).isEqualTo(KeyStatus.CURRENT);
    assertThat(keys.currentEpoch()).isZero();
  }

  @Test
  void refusesTheSameDatabaseWithAnotherKeystore() {
    refuses(created(folder.resolve("other.p12")), "slot 1");
  }

  @Test
  void refusesAKeystoreWithoutAKeyTheDatabaseStillUses() {
    Path other = folder.resolve("other.p12");
    created(other);
    transaction.executeWithoutResult(status -> {
      sql.update("UPDATE signing_key SET slot = 72");
      refuses(KeyRing.load(other, PASSWORD), "slot 72");
      status.setRollbackOnly();
    });
  }

  @Test
  void refusesAnotherSerialRootUnderTheSameKeys() {
    transaction.executeWithoutResult(status -> {
      sql.update("UPDATE serial_epoch SET witness = '0000000000000000' WHERE epoch = 0");
      refuses(ring, "serial root");
      status.setRollbackOnly();
    });
  }

  @Test
  void letsANewKeyTakeOverAndClosesTheOldOne() {
    Path path = folder.resolve("two.p12");
    created(path);
    KeyCeremony later =
        new KeyCeremony(
            new SecureRandom(), now.minusSeconds(60), now.plus(Duration.ofDays(9)), true);
    later.add(path, PASSWORD, 2, SignatureAlgorithm.Ed25519);
    KeyRing two = KeyRing.load(path, PASSWORD);
    transaction.executeWithoutResult(status -> {
      sql.update("DELETE FROM signing_key");
      sql.update("DELETE FROM serial_epoch");
      register.reconcile(two, now);

      assertThat(register.keys()).extracting(SigningKey::slot).containsExactly(1, 2);
      assertThat(register.keys())
          .extracting(SigningKey::status)
          .containsExactly(KeyStatus.CLOSING, KeyStatus.CURRENT);
      assertThat(register.keys().getFirst().successor()).isEqualTo(register.keys().getLast().kid());
      status.setRollbackOnly();
    });
  }

  private void refuses(KeyRing other, String word) {
    assertThatThrownBy(() -> register.reconcile(other, now))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(word);
  }

  private KeyRing created(Path path) {
    new KeyCeremony(new SecureRandom(), now.minusSeconds(3600), now.plus(Duration.ofDays(9)), true)
        .create(path, PASSWORD);
    return KeyRing.load(path, PASSWORD);
  }
}
