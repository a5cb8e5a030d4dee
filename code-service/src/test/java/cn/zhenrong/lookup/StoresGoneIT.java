package cn.zhenrong.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.embedded.EmbeddedStores;
import cn.zhenrong.embedded.Servers;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Form;
import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.Patience;
import cn.zhenrong.testing.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.util.FileSystemUtils;

/// The table "When a store is away" of `docs/operations.md`, with servers that are really stopped,
/// and one that hangs.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoresGoneIT {
  /// As long as anything is believed: docs/decisions/0095.
  private static final Duration CURRENT = Duration.ofSeconds(30);

  private static final String NOT_NOW = "503";
  private static final String FORM = "/scan/0000000000000000/problem";

  private Path folder;
  private EmbeddedStores stores;
  private final AtomicLong moved = new AtomicLong();
  private Service instance;
  private Api nobody;

  /// Looked at before a store goes.
  private List<Row> signed;

  private Row plain;
  private String followedCase = "";

  /// Of batches nobody has looked at since the start; each is looked at once, for a reading that
  /// was begun while a store was away goes on when it is back.
  private final Deque<Row> coldSigned = new ArrayDeque<>();

  private final Deque<Row> coldPlain = new ArrayDeque<>();

  @BeforeAll
  void start() throws IOException {
    folder = Files.createTempDirectory(Path.of("target"), "gone").toAbsolutePath();
    stores = Servers.start(folder.resolve("stores"));
    instance = started();
    signed = rows("signed");
    plain = rows("compact").getFirst();
    for (int i = 0; i < 4; i++) {
      coldSigned.add(rows("signed").getFirst());
      coldPlain.add(rows("compact").getFirst());
    }
    instance
        .api("demo-maker-1")
        .post("/api/v1/codes/" + signed.get(1).serial() + "/void", "{'reason':'DAMAGED'}");
    // What was issued here is known here: only an instance that did not issue it does not know it.
    instance.close();
    instance = started();
    nobody = instance.api("");
    followedCase =
        new Form().with("kind", "TAG").post(Http.to(instance.port()), FORM).header("Location");
    assertThat(followedCase).startsWith("/cases/");
    warm();
  }

  private Service started() {
    String url = String.valueOf(stores.settings().get("spring.datasource.url"));
    return Service.start(folder, stores, url, () -> System.nanoTime() + moved.get());
  }

  @AfterAll
  void stop() {
    instance.close();
    stores.close();
    FileSystemUtils.deleteRecursively(folder.toFile());
  }

  @AfterEach
  void everythingIsThereAgain() {
    Patience.until("green again", this::isGreen);
  }

  @Test
  void withoutRedisEverythingIsAnswered() {
    stores.redis().stop();
    try {
      warm();
      assertThat(page(coldSigned.pop())).contains("编码有效");
      assertThat(verdict(plain)).isEqualTo("VALID_FIRST");
    } finally {
      stores.redis().startAgain();
    }
  }

  @Test
  void withoutMySqlWhatIsKnownIsToldForHalfAMinuteThenOnlyWhatASignatureVouchesFor() {
    warm();
    stores.mariaDb().stop();
    try {
      assertThat(page(signed.get(0))).contains("编码有效");
      assertThat(verdict(plain)).isEqualTo("VALID_FIRST");
      theRest();
      grownOld();
      longGone();
    } finally {
      stores.mariaDb().startAgain();
    }
  }

  @Test
  void withoutBothTheSame() {
    warm();
    stores.redis().stop();
    stores.mariaDb().stop();
    try {
      assertThat(page(signed.get(0))).contains("编码有效");
      theRest();
    } finally {
      stores.mariaDb().startAgain();
      stores.redis().startAgain();
    }
  }

  @Test
  void aMySqlThatHangsMakesNobodyWaitLong() throws IOException, InterruptedException {
    warm();
    signal("STOP");
    try {
      assertThat(page(signed.get(0))).contains("编码有效");
      long start = System.nanoTime();
      theRest();
      strangers();
      // Eight answers that need the store and do not get it.
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    } finally {
      signal("CONT");
    }
  }

  /// What holds from the first moment on: codes of batches nobody asked for, and junk.
  private void theRest() {
    assertThat(page(coldSigned.pop())).contains("编码签名有效").contains("山羊绒");
    Row unknown = coldPlain.pop();
    Answer compact = nobody.get("/scan/" + unknown.serial());
    assertThat(compact.status()).isEqualTo(503);
    assertThat(compact.header("Retry-After")).isNotEmpty();
    assertThat(compact.reply().text()).contains("系统暂不可用");
    assertThat(verdict(unknown)).isEqualTo(NOT_NOW);
    assertThat(nobody.get("/scan/0000000000000000").status()).isEqualTo(404);
    assertThat(nobody.get("/api/v1/codes/0000000000000000").status()).isEqualTo(404);
  }

  /// What only the store knows, told as an error at once.
  private void strangers() {
    Answer proof = nobody.get("/api/v1/codes/" + signed.get(2).serial() + "/proof");
    assertThat(proof.status()).isEqualTo(503);
    assertThat(proof.header("Retry-After")).isNotEmpty();
    assertThat(proof.header("Content-Type")).startsWith("application/problem+json");
    assertThat(nobody.get("/api/v1/batches/1/manifest").status()).isEqualTo(503);
    Answer followed = nobody.get(followedCase);
    assertThat(followed.status()).isEqualTo(503);
    assertThat(followed.header("Retry-After")).isNotEmpty();
    assertThat(followed.reply().text()).contains("系统暂不可用");
    Http.Reply sent =
        new Form().with("kind", "TAG").with("words", "像假的").post(Http.to(instance.port()), FORM);
    assertThat(sent.status()).isEqualTo(503);
    assertThat(sent.text()).contains("什么也没有保存", "像假的</textarea>");
  }

  /// As if the time that anything is believed were over, in memory and in Redis.
  private void grownOld() {
    moved.addAndGet(CURRENT.toNanos());
    StringRedisTemplate redis = instance.bean(StringRedisTemplate.class);
    redis.delete(redis.keys("zhenrong:*:facts*"));
  }

  private void longGone() {
    String page = page(signed.get(0));
    assertThat(page).contains("编码签名有效", "实时状态暂不可用").contains("江南试验检测中心");
    assertThat(page(signed.get(1))).contains("此码已作废");
    assertThat(verdict(plain)).isEqualTo(NOT_NOW);
    assertThat(nobody.get("/scan/" + plain.serial()).status()).isEqualTo(503);
  }

  /// What is known from here on was read just now.
  private void warm() {
    moved.addAndGet(CURRENT.toNanos());
    Patience.until("green", this::isGreen);
    page(signed.get(1));
  }

  private boolean isGreen() {
    return page(signed.get(0)).contains("编码有效") && verdict(plain).equals("VALID_FIRST");
  }

  /// The page of a code with what is printed in its symbol.
  private String page(Row row) {
    return nobody
        .get("/scan/" + row.serial() + row.path().substring(row.bare().length()))
        .reply()
        .text();
  }

  private String verdict(Row row) {
    Answer answer = nobody.get("/api/v1/codes/" + row.serial());
    return answer.status() == 200
        ? answer.json().path("verdict").path("code").asString()
        : Integer.toString(answer.status());
  }

  private List<Row> rows(String profile) {
    IssuedBatch batch = Papers.of(instance.api("demo-maker-1")).issue(profile, 5);
    instance.api("demo-qc-1").post(batch.path("activations"), "{'first':1,'last':5}");
    return batch.rows();
  }

  /// To the server of this test, by its folder.
  private void signal(String name) throws IOException, InterruptedException {
    long pid =
        ProcessHandle.current()
            .children()
            .filter(child -> child.info().commandLine().orElse("").contains(folder.toString()))
            .filter(child -> child.info().command().orElse("").endsWith("mariadbd"))
            .findFirst()
            .orElseThrow()
            .pid();
    int status = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    assertThat(status).isZero();
  }
}
