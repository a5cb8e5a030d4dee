package cn.zhenrong.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.problem.CannotStart;
import cn.zhenrong.seal.KeyCeremony;
import cn.zhenrong.seal.KeyRing;
import cn.zhenrong.seal.SignatureAlgorithm;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@ServiceTest
class KeysIT {
  private static final char[] PASSWORD = "password of a test".toCharArray();

  private static final String STATUS = "/api/v1/keys/1/status";
  private static final String CLOSE = "{'status':'CLOSING','reason':'x'}";

  @Autowired Makers makers;
  @Autowired Keys keys;
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
      sql.update("INSERT INTO serial_epoch VALUES (1, '0000000000000000', UTC_TIMESTAMP(3))");
      refuses(keys.ring(), "serial root");
      sql.update("DELETE FROM serial_epoch WHERE epoch = 1");
      sql.update("UPDATE serial_epoch SET witness = '0000000000000000' WHERE epoch = 0");
      refuses(keys.ring(), "serial root");
      status.setRollbackOnly();
    });
  }

  @Test
  void letsANewKeySucceedTheOldOneOfItsAlgorithm() {
    Path path = folder.resolve("two.p12");
    created(path);
    KeyCeremony later =
        new KeyCeremony(
            new SecureRandom(), now.minusSeconds(60), now.plus(Duration.ofDays(9)), true);
    later.add(path, PASSWORD, 2, SignatureAlgorithm.Ed25519);
    later.add(path, PASSWORD, 3, SignatureAlgorithm.SM2);
    KeyRing two = KeyRing.load(path, PASSWORD);
    transaction.executeWithoutResult(status -> {
      sql.update("DELETE FROM signing_key");
      sql.update("DELETE FROM serial_epoch");
      register.reconcile(two, now);

      assertThat(register.keys()).extracting(SigningKey::slot).containsExactly(1, 2, 3);
      assertThat(register.keys()).extracting(SigningKey::status).containsOnly(KeyStatus.CURRENT);
      assertThat(register.keys())
          .extracting(SigningKey::successor)
          .containsExactly(register.keys().get(1).kid(), null, null);
      status.setRollbackOnly();
    });
  }

  @Test
  void showsTheKeysToTheAssociationOnly() {
    Answer all = makers.association().api(port).get("/api/v1/keys");

    assertThat(all.status()).isEqualTo(200);
    assertThat(all.json().path("currentSlot").asInt()).isEqualTo(1);
    assertThat(all.json().path("currentEpoch").asInt()).isZero();
    assertThat(all.json().at("/keys/0/kid").asString()).isEqualTo(keys.kid(1));
    assertThat(all.json().at("/keys/0/alg").asString()).isEqualTo("Ed25519");
    assertThat(all.json().at("/keys/0/held").asBoolean()).isTrue();
    assertThat(all.json().at("/epochs/0/epoch").asInt()).isZero();
    assertThat(all.json().at("/epochs/0/startedAt").asString()).endsWith("Z");
    for (Api other : List.of(makers.maker().api(port), makers.bench().api(port))) {
      assertThat(other.get("/api/v1/keys").status()).isEqualTo(403);
      assertThat(other.post(STATUS, "{'status':'COMPROMISED','reason':'x'}").status())
          .isEqualTo(403);
      assertThat(other.post("/api/v1/keys/epochs", "{}").status()).isEqualTo(403);
    }
    assertThat(new Api(port, "").get("/api/v1/keys").status()).isEqualTo(401);
  }

  @Test
  void refusesWhatNoKeyMayBecome() {
    Api association = makers.association().api(port);

    assertThat(association.post(STATUS, "{}").fields())
        .containsExactly("status field.missing", "reason field.missing");
    assertThat(association.post(STATUS, "{'status':'CURRENT','reason':'x'}").fields())
        .containsExactly("status choice.unknown");
    assertThat(association.post("/api/v1/keys/72/status", CLOSE).status()).isEqualTo(404);
    Answer retired = association.post(STATUS, "{'status':'RETIRED','reason':'x'}");
    assertThat(retired.status()).isEqualTo(409);
    assertThat(retired.json().at("/details/en").asString())
        .isEqualTo("The key of slot 1 is CURRENT and cannot become RETIRED");
    Answer last = association.post(STATUS, CLOSE);
    assertThat(last.status()).isEqualTo(409);
    assertThat(last.json().at("/details/en").asString()).contains("the last");
    assertThat(keys.status(1)).isEqualTo(KeyStatus.CURRENT);
  }

  @Test
  void givesABatchNoKeyThatWasClosedAMomentAgo() {
    transaction.executeWithoutResult(status -> {
      sql.update("UPDATE signing_key SET status = 'CLOSING'");
      assertThat(keys.currentSlot()).as("not yet heard of").isEqualTo(1);
      assertThatThrownBy(() -> keys.heldCurrentSlot()).hasMessageContaining("No signing key");
      status.setRollbackOnly();
    });
  }

  @Test
  void keepsAKeyFromBeingClosedWhileABatchIsGivenIt() {
    TransactionTemplate other =
        new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
    other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    String take = "SELECT status FROM signing_key WHERE slot = 1 FOR UPDATE NOWAIT";
    transaction.executeWithoutResult(status -> {
      assertThat(keys.heldCurrentSlot()).isEqualTo(1);
      assertThatThrownBy(
              () -> other.executeWithoutResult(_ -> sql.queryForObject(take, String.class)))
          .isInstanceOf(DataAccessException.class);
    });
    assertThat(sql.queryForObject(take, String.class)).isEqualTo("CURRENT");
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
