package cn.zhenrong.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.seal.Jws;
import cn.zhenrong.seal.SignatureAlgorithm;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.Patience;
import cn.zhenrong.testing.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/// The life of the keys of one installation with two instances, each with a keystore file of its
/// own. States never go back, so the tests are chapters of one story.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(OutputCaptureExtension.class)
class KeyLifeIT {
  private Instance one;
  private Instance two;
  private IssuedBatch first;
  private IssuedBatch compact;
  private IssuedBatch second;

  @BeforeAll
  void twoInstancesAndABatchOfTheFirstKey(@TempDir Path folder) throws IOException {
    String database = Stores.newDatabaseUrl();
    one = Instance.start(database, folder.resolve("one"));
    Path other = Files.createDirectories(folder.resolve("two/keys"));
    for (String file : List.of("keystore.p12", "keystore.password")) {
      Files.copy(one.folder().resolve(file), other.resolve(file));
    }
    two = Instance.start(database, folder.resolve("two"));
    first = issued(one, "signed");
    compact = issued(one, "compact");
    second = first;
    activate(first);
  }

  @AfterAll
  void stop() {
    two.close();
    one.close();
  }

  @Test
  @Order(1)
  void aNewEpochIsForNewBatchesOnEveryInstance() {
    assertThat(first.rows().getFirst().serial()).startsWith("0");

    Answer started = one.association().post("/api/v1/keys/epochs", "{}");

    assertThat(started.status()).as(started.toString()).isEqualTo(201);
    assertThat(started.json().path("epoch").asInt()).isEqualTo(1);
    Patience.until("the other instance knows", () -> two.keys().currentEpoch() == 1);
    IssuedBatch later = issued(two, "signed");
    assertThat(later.rows()).allMatch(row -> row.serial().startsWith("1"));
    assertThat(first.rows()).allMatch(row -> row.serial().startsWith("0"));
    assertThat(verdict(first)).startsWith("VALID");
    // The index of a code of the old epoch, enciphered under the new one, was never issued.
    long index = firstIndex(first);
    for (Instance instance : List.of(one, two)) {
      String old = instance.keys().serials().encipher(0, index).text();
      String other = instance.keys().serials().encipher(1, index).text();
      assertThat(instance.api("").get("/api/v1/codes/" + old).status()).isEqualTo(200);
      assertThat(instance.api("").get("/api/v1/codes/" + other).status()).isEqualTo(404);
    }
    assertThat(audit("epoch/1")).containsExactly("key.epoch");
  }

  @Test
  @Order(2)
  void thereIsNoEpochAfterTheLast() {
    sql().update("INSERT INTO serial_epoch VALUES (31, '0000000000000000', UTC_TIMESTAMP(3))");
    try {
      Answer refused = one.association().post("/api/v1/keys/epochs", "{}");
      assertThat(refused.status()).isEqualTo(409);
    } finally {
      sql().update("DELETE FROM serial_epoch WHERE epoch = 31");
    }
  }

  @Test
  @Order(3)
  void aBrokenKeystoreIsRefusedAndTheFormerKeysStay(CapturedOutput log) throws IOException {
    byte[] whole = Files.readAllBytes(two.keystore());
    Files.write(two.keystore(), Arrays.copyOf(whole, whole.length / 2));

    Patience.until("it is refused", () -> log.getOut().contains("the former keys stay"));

    assertThat(log.getOut()).contains("keystore.p12");
    assertThat(two.keys().currentSlot()).isEqualTo(1);
    assertThat(downloaded(two, first)).isEqualTo(200);
    Files.write(two.keystore(), whole);
    Patience.until("it is read again", () -> log.getOut().contains("keys: read again"));
  }

  @Test
  @Order(4)
  void aNewKeyTakesOverOnlyWhereItIsHeld() throws IOException {
    one.addKey(2, SignatureAlgorithm.Ed25519);
    one.addKey(3, SignatureAlgorithm.SM2);
    Patience.until("the new key signs", () -> one.keys().currentSlot() == 2);
    Patience.until("the other instance knows of it", () -> two.keys().key(2).isPresent());
    Patience.until("and of the SM2 key", () -> two.keys().key(3).isPresent());

    second = issued(one, "signed");
    assertThat(slot(second)).isEqualTo(2);
    assertThat(two.keys().currentSlot()).isEqualTo(1);
    assertThat(slot(issued(two, "signed"))).isEqualTo(1);
    assertThat(downloaded(two, second)).isEqualTo(503);
    assertThat(successor(1)).isEqualTo(one.keys().kid(2));
    assertThat(held(two)).containsExactly(true, false, false);

    one.copyKeysTo(two);
    Patience.until("the other instance signs with it", () -> two.keys().currentSlot() == 2);
    assertThat(downloaded(two, second)).isEqualTo(200);
    activate(second);
  }

  @Test
  @Order(5)
  void theManifestIsSignedBySm2Too() throws IOException {
    String path = second.path("manifest");
    Answer full = second.maker().get(path + "?alg=SM2");
    Answer open = one.api("").get(path + "?alg=SM2");

    for (Answer answer : List.of(full, open)) {
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
      assertThat(answer.json().path("alg").asString()).isEqualTo("SM2");
      assertThat(answer.json().path("slot").asInt()).isEqualTo(3);
      assertThat(answer.json().path("kid").asString())
          .isEqualTo(published(3).path("kid").asString());
      assertThat(isSignedBySm2(answer.json(), 0)).isTrue();
      assertThat(isSignedBySm2(answer.json(), 1)).isFalse();
    }
    assertThat(payload(full)).isEqualTo(jwsPayload(second.maker().get(path)));
    assertThat(payload(open)).isEqualTo(jwsPayload(one.api("").get(path)));
    assertThat(full.header("Cache-Control")).isEqualTo("no-store");
    assertThat(one.api("demo-maker-2").get(path + "?alg=SM2").body()).isEqualTo(open.body());
    assertThat(first.maker().get(first.path("manifest?alg=SM2")).status()).isEqualTo(404);
    assertThat(first.maker().get(first.path("manifest?alg=RSA")).status()).isEqualTo(422);
  }

  @Test
  @Order(6)
  void aClosingKeySignsItsOwnBatchesOnly() {
    assertThat(change(1, "CLOSING").status()).isEqualTo(200);

    Patience.until("the other instance knows", () -> two.keys().status(1) == KeyStatus.CLOSING);
    assertThat(downloaded(two, first)).isEqualTo(200);
    assertThat(slot(issued(two, "signed"))).isEqualTo(2);
    assertThat(published(1).path("status").asString()).isEqualTo("closing");
    assertThat(change(2, "CLOSING").status()).as("the last that takes batches").isEqualTo(409);
    assertThat(audit("key/1")).containsExactly("key.closing");
  }

  @Test
  @Order(7)
  void aKeyIsRetiredWhenNoBatchWaitsForIt() {
    sql()
        .update(
            "UPDATE batch SET status = 'SEALING', lease_owner = 'another',"
                + " lease_until = TIMESTAMPADD(HOUR, 1, UTC_TIMESTAMP(3)) WHERE id = ?",
            compact.id());
    Answer refused = change(1, "RETIRED");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().at("/details/en").asString()).contains("1 batches");
    assertThat(one.keys().status(1)).isEqualTo(KeyStatus.CLOSING);
    sql().update("UPDATE batch SET status = 'OPEN', lease_owner = NULL WHERE id = ?", compact.id());

    assertThat(change(1, "RETIRED").status()).isEqualTo(200);

    Patience.until("the other instance knows", () -> two.keys().status(1) == KeyStatus.RETIRED);
    for (Instance instance : List.of(one, two)) {
      assertThat(downloaded(instance, first)).isEqualTo(409);
      assertThat(instance.api("demo-maker-1").get(first.path("codes/1.svg")).status())
          .isEqualTo(409);
      assertThat(downloaded(instance, compact)).as("nothing is signed there").isEqualTo(200);
    }
    assertThat(verdict(first)).as("it still verifies").startsWith("VALID");
    assertThat(published(1).path("status").asString()).isEqualTo("retired");
    assertThat(jwks("keys")).contains(one.keys().kid(1));
    assertThat(change(1, "CLOSING").status()).isEqualTo(409);
  }

  @Test
  @Order(8)
  void aCompromisedKeyTurnsItsCodesAmberAndSignsNothing() {
    assertThat(verdict(second)).startsWith("VALID");

    assertThat(change(2, "COMPROMISED").status()).isEqualTo(200);

    Patience.until("the other instance knows", () -> two.keys().status(2) == KeyStatus.COMPROMISED);
    assertThat(verdict(second)).isEqualTo("KEY_COMPROMISED");
    assertThat(verdict(first)).startsWith("VALID");
    assertThat(downloaded(two, second)).isEqualTo(409);
    assertThat(published(2).path("status").asString()).isEqualTo("compromised");
    assertThat(jwks("keys")).doesNotContain(one.keys().kid(2));
    assertThat(jwks("compromised")).contains(one.keys().kid(2));
    assertThat(change(2, "RETIRED").status()).isEqualTo(409);
    Answer all = one.association().get("/api/v1/keys");
    assertThat(all.json().path("currentSlot").isNull()).isTrue();
    assertThat(all.json().at("/keys/1/reason").asString()).isEqualTo("试验");
    Papers papers = Papers.of(one.api("demo-maker-1"));
    assertThat(papers.maker().post("/api/v1/batches", papers.application("signed", 2)).status())
        .isEqualTo(500);
  }

  @Test
  @Order(9)
  void aKeyAddedAfterACompromiseTakesOver() throws IOException {
    one.addKey(4, SignatureAlgorithm.ES256);
    Patience.until("the new key is read", () -> one.keys().current().isPresent());

    IssuedBatch third = issued(one, "signed");

    assertThat(slot(third)).isEqualTo(4);
    String jws = new String(third.maker().get(third.path("manifest")).body(), US_ASCII);
    SigningKey key = one.keys().key(4).orElseThrow();
    assertThat(Jws.open(jws, key.key().verifier(), key.kid(), "zr-batch+jws")).isPresent();
    assertThat(jwks("keys")).contains(key.kid());
    activate(third);
    assertThat(verdict(third)).startsWith("VALID");
  }

  private IssuedBatch issued(Instance instance, String profile) {
    return Papers.of(instance.api("demo-maker-1")).issue(profile, 2);
  }

  private void activate(IssuedBatch batch) {
    Answer done = one.api("demo-qc-1").post(batch.path("activations"), "{'first':1,'last':2}");
    assertThat(done.status()).as(done.toString()).isEqualTo(200);
  }

  private Answer change(int slot, String status) {
    return one.association()
        .post("/api/v1/keys/" + slot + "/status", "{'status':'" + status + "','reason':'试验'}");
  }

  private static int downloaded(Instance instance, IssuedBatch batch) {
    return instance.api("demo-maker-1").get(batch.path("codes.csv")).status();
  }

  /// The public answer for the first code of a batch, with its signature if it has one.
  private String verdict(IssuedBatch batch) {
    String serial = one.keys().serials().encipher(epoch(batch), firstIndex(batch)).text();
    Answer answer = one.api("").with("Accept", "application/json").get("/api/v1/codes/" + serial);
    return answer.json().at("/verdict/code").asString();
  }

  private int epoch(IssuedBatch batch) {
    return number("epoch", batch).intValue();
  }

  private int slot(IssuedBatch batch) {
    return number("slot", batch).intValue();
  }

  private long firstIndex(IssuedBatch batch) {
    return number("first_index", batch);
  }

  private Long number(String column, IssuedBatch batch) {
    return java.util.Objects.requireNonNull(
        sql()
            .queryForObject(
                "SELECT " + column + " FROM batch WHERE id = ?", Long.class, batch.id()));
  }

  private List<@Nullable String> audit(String subject) {
    return sql().queryForList("SELECT action FROM audit WHERE subject = ?", String.class, subject);
  }

  private JdbcTemplate sql() {
    return one.service().bean(JdbcTemplate.class);
  }

  private String successor(int slot) {
    return published(slot).path("successor").asString();
  }

  private JsonNode published(int slot) {
    for (JsonNode key : one.api("").get("/.well-known/code-keys.json").json().path("keys")) {
      if (key.path("slot").asInt() == slot) {
        return key;
      }
    }
    throw new IllegalStateException("slot " + slot + " is not published");
  }

  private String jwks(String member) {
    return one.api("").get("/.well-known/jwks.json").json().path(member).toString();
  }

  private static List<Boolean> held(Instance instance) {
    return instance.association().get("/api/v1/keys").json().path("keys").values().stream()
        .map(key -> key.path("held").asBoolean())
        .toList();
  }

  private boolean isSignedBySm2(JsonNode manifest, int changed) throws IOException {
    byte[] payload = Base64.getUrlDecoder().decode(manifest.path("payload").asString());
    payload[5] ^= (byte) changed;
    byte[] signature = Base64.getUrlDecoder().decode(manifest.path("signature").asString());
    return Sm2Check.verifies(published(3).path("pem").asString(), payload, signature);
  }

  private static String payload(Answer sm2) {
    return sm2.json().path("payload").asString();
  }

  private static String jwsPayload(Answer jws) {
    return new String(jws.body(), US_ASCII).split("\\.", -1)[1];
  }
}
