package cn.zhenrong.issue;

import static cn.zhenrong.issue.Garment.PATH;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.keys.Keys;
import cn.zhenrong.seal.CanonicalJson;
import cn.zhenrong.seal.Jws;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.ServiceTest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class SealingIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Autowired Makers makers;
  @Autowired Batches batches;
  @Autowired OpenBatches open;
  @Autowired Codes codes;
  @Autowired Keys keys;
  @Autowired Sealing sealing;
  @Autowired JdbcTemplate sql;
  @LocalServerPort int port;

  private Member member;
  private Api maker;
  private Garment garment;

  @BeforeEach
  void aGarment() {
    member = makers.maker();
    maker = member.api(port);
    garment = Garment.passing(maker, 1_000_000);
  }

  @Test
  void sealsWhatTheBatchIs() {
    String lines =
        "[{'colour':'驼色','size':'170/92A','quantity':3},"
            + "{'colour':'=红,\\\"浅\\\"','size':'175/96A','quantity':2}]";
    String id = garment.openBatch(garment.bodyOf(lines, ""));
    Batch batch = batch(id);

    JsonNode sealed = opened(maker.get(PATH + "/" + id + "/manifest"), batch);

    assertThat(sealed.propertyNames())
        .containsExactlyInAnyOrder(
            "v",
            "batch",
            "party",
            "product",
            "first",
            "count",
            "profile",
            "parts",
            "labelDigest",
            "report",
            "verdict",
            "createdAt",
            "slots",
            "codesRoot");
    assertThat(sealed.path("v").asInt()).isEqualTo(1);
    assertThat(sealed.path("batch").asString()).isEqualTo(id);
    assertThat(sealed.at("/party/name").asString()).isEqualTo(member.party().name());
    assertThat(sealed.path("first").asLong()).isEqualTo(batch.first());
    assertThat(sealed.path("count").asLong()).isEqualTo(5);
    assertThat(sealed.path("product").toString())
        .isEqualTo("[{\"count\":5,\"first\":" + batch.first() + ",\"key\":\"\",\"type\":\"S\"}]");
    assertThat(sealed.path("parts").toString())
        .isEqualTo(
            "[{\"fibres\":[{\"code\":\"WS\",\"fibre\":\"山羊绒\",\"percent\":\"100\"}],\"part\":\"大身\"}]");
    assertThat(sealed.path("labelDigest").asString())
        .isEqualTo(
            sha256(
                sealed.path("parts").toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(sealed.at("/report/lab").asString()).isEqualTo("江南试验检测中心");
    assertThat(sealed.at("/report/digest").isNull()).isTrue();
    assertThat(sealed.path("verdict").toString())
        .isEqualTo("{\"code\":\"PASS\",\"edition\":\"2013\",\"ruleSet\":\"GB/T 29862-2013\"}");
    assertThat(sealed.path("createdAt").asString())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    assertThat(sealed.path("slots").toString()).isEqualTo("[" + batch.slot() + "]");
    assertThat(sealed.path("codesRoot").asString()).isEqualTo(slowRoot(batch));
  }

  @Test
  void tellsThePublicNeitherRangeNorQuantity() {
    String id = garment.openBatch(garment.body("5", ""));
    Batch batch = batch(id);
    Answer sealed = maker.get(PATH + "/" + id + "/manifest");
    Answer open = new Api(port, "").get(PATH + "/" + id + "/manifest");

    JsonNode copy = opened(open, batch);
    assertThat(copy.has("first")).isFalse();
    assertThat(copy.has("count")).isFalse();
    assertThat(copy.path("product").toString()).isEqualTo("[{\"key\":\"\",\"type\":\"S\"}]");
    assertThat(copy.path("sealed").asString()).isEqualTo(sha256(sealed.body()));
    assertThat(copy.path("codesRoot")).isEqualTo(opened(sealed, batch).path("codesRoot"));
    assertThat(open.header("Content-Type")).isEqualTo("application/jose");
    assertThat(open.header("Vary")).contains("Authorization");
    assertThat(makers.maker().api(port).get(PATH + "/" + id + "/manifest").body())
        .isEqualTo(open.body());
    assertThat(makers.bench().api(port).get(PATH + "/" + id + "/manifest").body())
        .isEqualTo(open.body());
    assertThat(makers.association().api(port).get(PATH + "/" + id + "/manifest").body())
        .isEqualTo(sealed.body());
    assertThat(new Api(port, "").get(PATH + "/1/manifest").status()).isEqualTo(404);
  }

  @Test
  void goesOnAfterACrashWhereItStopped() {
    String id = garment.openBatch(garment.body("200000", ""));
    byte[] before = maker.get(PATH + "/" + id + "/manifest").body();
    assertThat(blocks(id)).isEqualTo(4);
    // The crash: the manifest is not written, half the blocks are not, the lease has run out. One
    // kept block is wrong, so that the new root tells whether it was used or computed again.
    sql.update("DELETE FROM batch_manifest WHERE batch_id = ?", id);
    sql.update("DELETE FROM batch_block WHERE batch_id = ? AND block_no IN (1, 3)", id);
    sql.update(
        "UPDATE batch_block SET hash = ? WHERE batch_id = ? AND block_no = 0", new byte[32], id);
    leave(id, 600);
    assertThat(maker.get(PATH + "/" + id).json().path("sealedLeaves").asLong())
        .as("how far it is shows in the batch")
        .isEqualTo(2 * 65_536);
    leave(id, -1);

    sealing.sweep();

    awaitOpenInStore(id);
    assertThat(blocks(id)).isEqualTo(4);
    assertThat(maker.get(PATH + "/" + id).json().path("sealedLeaves").asLong()).isEqualTo(200_000);
    byte[] after = maker.get(PATH + "/" + id + "/manifest").body();
    assertThat(after).isNotEqualTo(before);
    sql.update("DELETE FROM batch_manifest WHERE batch_id = ?", id);
    sql.update("DELETE FROM batch_block WHERE batch_id = ? AND block_no < 3", id);
    leave(id, -1);
    sealing.sweep();
    awaitOpenInStore(id);
    assertThat(maker.get(PATH + "/" + id + "/manifest").body()).isEqualTo(before);
  }

  @Test
  void leavesABatchAloneThatAnotherInstanceIsSealing() throws InterruptedException {
    String id = garment.openBatch(garment.body("5", ""));
    sql.update("DELETE FROM batch_manifest WHERE batch_id = ?", id);
    leave(id, 600);

    sealing.sweep();

    Thread.sleep(500);
    assertThat(status(id)).isEqualTo("SEALING");
    leave(id, -1);
    sealing.sweep();
    awaitOpenInStore(id);
  }

  /// Puts the batch back to the moment before it was opened, with another instance's lease.
  private void leave(String id, int seconds) {
    sql.update(
        "UPDATE batch SET status = 'SEALING', opened_at = NULL, lease_owner = 'another',"
            + " lease_until = TIMESTAMPADD(SECOND, ?, UTC_TIMESTAMP(3)) WHERE id = ?",
        seconds,
        id);
    open.drop(new BatchId(Long.parseLong(id)));
  }

  private void awaitOpenInStore(String id) {
    garment.awaitOpen(id);
    assertThat(status(id)).isEqualTo("OPEN");
  }

  private String status(String id) {
    return String.valueOf(
        sql.queryForObject("SELECT status FROM batch WHERE id = ?", String.class, id));
  }

  private int blocks(String id) {
    Integer count =
        sql.queryForObject(
            "SELECT COUNT(*) FROM batch_block WHERE batch_id = ?", Integer.class, id);
    return count == null ? 0 : count;
  }

  private JsonNode opened(Answer jws, Batch batch) {
    assertThat(jws.status()).as(jws.toString()).isEqualTo(200);
    byte[] payload =
        Jws.open(
                new String(jws.body(), US_ASCII),
                keys.verifier(batch.slot()).orElseThrow(),
                keys.kid(batch.slot()),
                "zr-batch+jws")
            .orElseThrow();
    JsonNode node = JSON.readTree(payload);
    assertThat(CanonicalJson.bytes(JSON.treeToValue(node, Map.class))).isEqualTo(payload);
    return node;
  }

  /// RFC 6962 §2.1 as it is written, over all leaves at once.
  private String slowRoot(Batch batch) {
    List<byte[]> level = new ArrayList<>();
    for (long sequence = 1; sequence <= batch.count(); sequence++) {
      String leaf = "ZR1" + codes.at(batch, sequence).path();
      level.add(hash(new byte[] {0}, leaf.getBytes(US_ASCII)));
    }
    byte[] key = keys.paddingKey(batch.id().toString());
    while (Integer.bitCount(level.size()) != 1) {
      level.add(hash(new byte[] {0}, mac(key, level.size())));
    }
    while (level.size() > 1) {
      List<byte[]> above = new ArrayList<>();
      for (int i = 0; i < level.size(); i += 2) {
        above.add(hash(new byte[] {1}, level.get(i), level.get(i + 1)));
      }
      level = above;
    }
    return HexFormat.of().formatHex(level.getFirst());
  }

  private static byte[] mac(byte[] key, long number) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(ByteBuffer.allocate(8).putLong(number).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(hash(bytes));
  }

  private static byte[] hash(byte[]... parts) {
    try {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (byte[] part : parts) {
        all.writeBytes(part);
      }
      return MessageDigest.getInstance("SHA-256").digest(all.toByteArray());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Batch batch(String id) {
    return batches.find(new BatchId(Long.parseLong(id))).orElseThrow();
  }
}
