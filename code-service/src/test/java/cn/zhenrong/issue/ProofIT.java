package cn.zhenrong.issue;

import static cn.zhenrong.issue.Garment.PATH;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.keys.Keys;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.ServiceTest;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The proof of a code as a stranger checks it: with RFC 9162 §2.1.3.2, the published key and what
/// the JDK has, over HTTP and without a key of ours.
@ServiceTest
class ProofIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Autowired Makers makers;
  @Autowired Batches batches;
  @Autowired OpenBatches open;
  @Autowired Codes codes;
  @Autowired Keys keys;
  @Autowired Workers workers;
  @Autowired JdbcTemplate sql;
  @LocalServerPort int port;

  private Garment garment;
  private Api nobody;

  @BeforeEach
  void aGarment() {
    garment = Garment.passing(makers.maker().api(port), 1_000_000);
    nobody = new Api(port, "");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 1000, 70_000})
  void everyCodeOfABatchStandsUnderItsManifest(int count) throws Exception {
    Batch batch = batch(garment.openBatch(garment.body(Integer.toString(count), "")));
    String root = codesRoot(batch);
    TreeSet<Long> some = new TreeSet<>(List.of(1L, (long) count));
    for (long sequence : new long[] {2, 3, 256, 257, 999, 65_536, 65_537}) {
      if (sequence <= count) {
        some.add(sequence);
      }
    }
    for (long sequence : some) {
      Code code = codes.at(batch, sequence);
      JsonNode proof = proof(code);
      assertThat(proof.path("serial").asString()).isEqualTo(code.serial().text());
      assertThat(proof.path("batch").asString()).isEqualTo(batch.id().toString());
      assertThat(proof.path("leaf").asString()).isEqualTo("ZR1" + code.path());
      assertThat(proof.path("leafIndex").asLong()).isEqualTo(sequence - 1);
      assertThat(Long.bitCount(proof.path("treeSize").asLong())).isEqualTo(1);
      assertThat(proof.path("treeSize").asLong()).isBetween((long) count, 2L * count - 1);
      assertThat(proof.path("codesRoot").asString()).isEqualTo(root);
      assertThat(proof.path("manifest").asString())
          .endsWith("/api/v1/batches/" + batch.id() + "/manifest");
      assertThat(holds(proof, root)).as("code " + sequence + " of " + count).isTrue();
    }
  }

  @Test
  void aProofThatWasChangedFails() throws Exception {
    Batch batch = batch(garment.openBatch(garment.body("1000", "")));
    String root = codesRoot(batch);
    JsonNode proof = proof(codes.at(batch, 500));
    JsonNode neighbour = proof(codes.at(batch, 501));
    List<String> path = path(proof);
    long index = proof.path("leafIndex").asLong();
    long size = proof.path("treeSize").asLong();
    String leaf = proof.path("leaf").asString();
    assertThat(holds(leaf, index, size, path, root)).isTrue();

    assertThat(holds(neighbour.path("leaf").asString(), index, size, path, root)).isFalse();
    assertThat(holds(leaf, index + 1, size, path, root)).isFalse();
    assertThat(holds(leaf, index, size, path(neighbour), root)).isFalse();
    assertThat(holds(leaf + "0", index, size, path, root)).isFalse();
    assertThat(holds(leaf, index, size, path.subList(1, path.size()), root)).isFalse();
    assertThat(holds(leaf, index, 2 * size, path, root)).isFalse();
    for (int i = 0; i < path.size(); i++) {
      List<String> changed = new ArrayList<>(path);
      changed.set(i, flipped(path.get(i)));
      assertThat(holds(leaf, index, size, changed, root)).as("sibling " + i).isFalse();
    }
    assertThat(holds(leaf, index, size, path, flipped(root))).isFalse();
  }

  @Test
  void isForAnyoneAndOnlyForCodesThatWereIssued() {
    Batch batch = batch(garment.openBatch(garment.body("5", "")));
    String serial = codes.at(batch, 3).serial().text();

    Http.Reply reply = nobody.http().with("Origin", "https://elsewhere.example").get(of(serial));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(reply.header("Cache-Control")).contains("public");
    assertThat(reply.header("Set-Cookie")).isEmpty();
    assertThat(nobody.get(of(serial.toLowerCase(java.util.Locale.ROOT))).status()).isEqualTo(200);

    String unissued = keys.serials().encipher(0, 1L << 44).text();
    for (String junk : List.of("0000000000000000", "junk", unissued)) {
      Answer answer = nobody.get(of(junk));
      assertThat(answer.status()).as(junk).isEqualTo(404);
      assertThat(answer.problem()).isEqualTo("never-issued");
    }
  }

  @Test
  void aBatchThatIsBeingSealedHasNoneYet() {
    String id = garment.openBatch(garment.body("5", ""));
    String serial = codes.at(batch(id), 1).serial().text();
    sql.update(
        "UPDATE batch SET status = 'SEALING', lease_owner = 'another',"
            + " lease_until = TIMESTAMPADD(SECOND, 600, UTC_TIMESTAMP(3)) WHERE id = ?",
        id);
    open.drop(new BatchId(Long.parseLong(id)));
    assertThat(nobody.get(of(serial)).problem()).isEqualTo("state-conflict");
    sql.update("UPDATE batch SET status = 'OPEN', lease_owner = NULL WHERE id = ?", id);
    assertThat(nobody.get(of(serial)).status()).isEqualTo(200);
  }

  @Test
  void whoAsksForManyIsToldToWaitAndOthersAreNot() {
    Batch large = batch(garment.openBatch(garment.body("70000", "")));
    Batch small = batch(garment.openBatch(garment.body("200", "")));
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    // Nobody is signed for while this lasts.
    CompletableFuture<Void> others =
        CompletableFuture.runAsync(
            () -> occupy(begun, busy), task -> Thread.ofPlatform().start(task));
    try {
      begun.await();
      // Two blocks nobody has computed: one gets the turn and waits for the cores, the other is
      // told.
      CompletableFuture<Answer> one = asking(codes.at(large, 1));
      CompletableFuture<Answer> two = asking(codes.at(large, 66_000));
      Answer told = (Answer) CompletableFuture.anyOf(one, two).join();
      assertThat(told.problem()).isEqualTo("too-many-requests");
      assertThat(told.header("Retry-After")).isNotEmpty();
      assertThat(nobody.get(of(codes.at(small, 7).serial().text())).status()).isEqualTo(200);
      assertThat(garment.maker().get(PATH + "/" + large.id()).status()).isEqualTo(200);

      busy.countDown();
      assertThat(List.of(one.join().status(), two.join().status()))
          .containsExactlyInAnyOrder(200, 429);
      others.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      busy.countDown();
    }
    assertThat(nobody.get(of(codes.at(large, 1).serial().text())).status()).isEqualTo(200);
    assertThat(nobody.get(of(codes.at(large, 66_000).serial().text())).status()).isEqualTo(200);
  }

  private CompletableFuture<Answer> asking(Code code) {
    return CompletableFuture.supplyAsync(
        () -> nobody.get(of(code.serial().text())), task -> Thread.ofPlatform().start(task));
  }

  private void occupy(CountDownLatch begun, CountDownLatch busy) {
    try {
      workers.inOrder(
          IntStream.range(0, workers.window())
              .<Callable<Integer>>mapToObj(i ->
                  () -> {
                    begun.countDown();
                    busy.await();
                    return i;
                  })
              .iterator(),
          result -> {});
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode proof(Code code) {
    Answer answer = nobody.get(of(code.serial().text()));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json();
  }

  private static String of(String serial) {
    return "/api/v1/codes/" + serial + "/proof";
  }

  /// From the public copy, once the published key named in its header has verified it.
  private String codesRoot(Batch batch) throws GeneralSecurityException {
    Answer answer = nobody.get(PATH + "/" + batch.id() + "/manifest");
    assertThat(answer.status()).isEqualTo(200);
    String[] jws = new String(answer.body(), US_ASCII).split("\\.");
    String kid = JSON.readTree(Base64.getUrlDecoder().decode(jws[0])).path("kid").asString();
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(published(kid))));
    signature.update((jws[0] + "." + jws[1]).getBytes(US_ASCII));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(jws[2]))).isTrue();
    return JSON.readTree(Base64.getUrlDecoder().decode(jws[1])).path("codesRoot").asString();
  }

  private byte[] published(String kid) {
    for (JsonNode key : nobody.get("/.well-known/code-keys.json").json().path("keys")) {
      if (key.path("kid").asString().equals(kid)) {
        return Base64.getMimeDecoder()
            .decode(key.path("pem").asString().replaceAll("-----[A-Z ]+-----", ""));
      }
    }
    throw new IllegalStateException("key is not published");
  }

  private static List<String> path(JsonNode proof) {
    List<String> path = new ArrayList<>();
    proof.path("path").forEach(hash -> path.add(hash.asString()));
    return path;
  }

  private static boolean holds(JsonNode proof, String root) {
    return holds(
        proof.path("leaf").asString(),
        proof.path("leafIndex").asLong(),
        proof.path("treeSize").asLong(),
        path(proof),
        root);
  }

  /// RFC 9162 §2.1.3.2, step by step.
  private static boolean holds(
      String leaf, long leafIndex, long treeSize, List<String> path, String rootHash) {
    if (leafIndex >= treeSize) {
      return false;
    }
    long fn = leafIndex;
    long sn = treeSize - 1;
    byte[] r = hash(new byte[] {0}, leaf.getBytes(US_ASCII));
    for (String hex : path) {
      byte[] p = HexFormat.of().parseHex(hex);
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        r = hash(new byte[] {1}, p, r);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        r = hash(new byte[] {1}, r, p);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && Arrays.equals(r, HexFormat.of().parseHex(rootHash));
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

  private static String flipped(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    bytes[0] ^= 1;
    return HexFormat.of().formatHex(bytes);
  }

  private Batch batch(String id) {
    return batches.find(new BatchId(Long.parseLong(id))).orElseThrow();
  }
}
