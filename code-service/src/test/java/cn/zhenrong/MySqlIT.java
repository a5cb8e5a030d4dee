package cn.zhenrong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.Batches;
import cn.zhenrong.scan.CloneRule;
import cn.zhenrong.scan.Province;
import cn.zhenrong.scan.SampleSignals;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.MySqlServer;
import cn.zhenrong.testing.Nonce;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.Patience;
import cn.zhenrong.testing.ServiceTest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// The whole service on MySQL 8 itself: the other tests run on MariaDB, and a statement may suit
/// one of the two only.
@ServiceTest
@DirtiesContext
class MySqlIT {
  @Autowired Makers makers;
  @Autowired JdbcClient jdbc;
  @Autowired Batches batches;
  @Autowired ApplicationContext context;
  @LocalServerPort int port;

  private Member member;
  private Api maker;

  /// Known before any bean is made: the filters need the database, and they are made first. The
  /// server outlives the beans that use it and ends with this JVM.
  @DynamicPropertySource
  static void onMySql(DynamicPropertyRegistry registry) throws IOException {
    MySqlServer server = MySqlServer.start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    registry.add("spring.datasource.url", server::url);
    registry.add("spring.datasource.username", server::user);
    registry.add("spring.datasource.password", server::password);
  }

  @BeforeEach
  void aMaker() {
    member = makers.maker();
    maker = member.api(port);
  }

  @Test
  void isReallyMySqlAndAllMigrationsRan() {
    assertThat(jdbc.sql("SELECT VERSION()").query(String.class).single())
        .startsWith("8.0")
        .doesNotContainIgnoringCase("maria");
    assertThat(
            jdbc.sql("SELECT COUNT(*) FROM flyway_schema_history WHERE success = 0")
                .query(Long.class)
                .single())
        .isZero();
    assertThat(
            jdbc.sql(
                    """
                    SELECT DISTINCT collation_name FROM information_schema.columns
                    WHERE table_schema = 'zhenrong' AND collation_name IS NOT NULL
                      AND table_name <> 'flyway_schema_history'
                    """)
                .query(String.class)
                .list())
        .as("collations are named in every table, not left to the server")
        .isSubsetOf("ascii_bin", "utf8mb4_bin");
  }

  @Test
  void doesTheWholeJob() {
    IssuedBatch batch = Papers.of(maker, member.gtin(1)).issue("signed", 20);
    List<Row> rows = batch.rows();
    assertThat(rows).hasSize(20);
    Api bench = makers.bench().api(port);

    Answer spoiled =
        bench.post(batch.path("spoilages"), "{'first':3,'last':4,'reason':'MISPRINT'}");
    assertThat(spoiled.json().path("spoiled").asLong()).as(spoiled.toString()).isEqualTo(2);
    Answer activated = bench.post(batch.path("activations"), "{'first':1,'last':10}");
    assertThat(activated.json().path("activated").asLong()).as(activated.toString()).isEqualTo(8);
    assertThat(spans(batch)).isEqualTo(4);

    assertThat(status(rows.get(0))).isEqualTo("ACTIVE");
    assertThat(status(rows.get(2))).isEqualTo("SPOILED");
    assertThat(status(rows.get(10))).isEqualTo("RELEASED");
    assertThat(nobody().get(rows.getFirst().path()).status()).isEqualTo(307);
  }

  @Test
  void packsClosesAndCancels() {
    Papers papers = Papers.of(maker);
    IssuedBatch closed = papers.issue("compact", 10);
    IssuedBatch cancelled = papers.issue("compact", 5);

    Answer box =
        maker.post("/api/v1/boxes", "{'batch':'%s','first':1,'last':4}".formatted(closed.id()));
    assertThat(box.status()).as(box.toString()).isEqualTo(201);
    String path = "/api/v1/boxes/" + box.text("id");
    assertThat(maker.post(path + "/activations", "{}").json().path("activated").asInt())
        .isEqualTo(4);
    maker.post(closed.path("activations"), "{'first':2,'last':6}");
    assertThat(maker.post(closed.path("returns"), "{'first':2,'last':2}").status()).isEqualTo(200);
    assertThat(maker.get(path).text("openedBecause")).isEqualTo("RETURN");
    assertThat(maker.get(closed.path("boxes")).json().size()).isEqualTo(1);
    Answer end = maker.post(closed.path("closing"), "{'left':[{'first':7,'last':10}]}");
    assertThat(end.json().path("left").asInt()).as(end.toString()).isEqualTo(4);

    Answer cancellation = maker.post(cancelled.path("cancellation"), "{'reason':'x'}");
    assertThat(cancellation.status()).as(cancellation.toString()).isEqualTo(200);
    assertThat(maker.get("/api/v1/reports/" + papers.report()).json().path("left").asLong())
        .isEqualTo(5000 - 10);
  }

  @Test
  void countsAVerificationOnce() {
    Row row = Papers.of(maker).issue("compact", 1).rows().getFirst();
    String nonce = Nonce.of(nobody().get("/scan/" + row.serial()));

    assertThat(nobody().post("/scans", Nonce.beacon(nonce)).status()).isEqualTo(204);
    assertThat(nobody().post("/scans", Nonce.beacon(nonce)).status()).isEqualTo(204);

    Patience.until("counted", () -> code(row).json().path("sessions").asLong() == 1);
    assertThat(
            jdbc.sql("SELECT COUNT(*) FROM scan_event PARTITION (later)")
                .query(Long.class)
                .single())
        .as("today has a partition of its own")
        .isZero();
  }

  @Test
  void keepsWhatTheCloneRulesSawAndOneAlertForIt() {
    Batch batch =
        batches
            .find(new BatchId(Long.parseLong(Papers.of(maker).issue("compact", 30).id())))
            .orElseThrow();
    SampleSignals signals = new SampleSignals(context, batch);
    Instant noon = Instant.parse("2026-11-20T04:00:00Z");
    signals.hit(CloneRule.TWO_OPENINGS, 1, 20, noon, Province.BEIJING);
    signals.hit(CloneRule.TWO_OPENINGS, 11, 30, noon.plusSeconds(60), Province.HUNAN);

    Api association = makers.association().api(port);
    JsonNode alert = association.get("/api/v1/alerts?limit=1").json().get(0);
    assertThat(alert.path("batch").asString()).isEqualTo(batch.id().toString());
    assertThat(alert.path("codes").asInt()).isEqualTo(30);
    assertThat(alert.path("hits").asInt()).isEqualTo(40);
    assertThat(alert.path("provinces").size()).isEqualTo(2);
    Answer closed =
        association.post(
            "/api/v1/alerts/" + alert.path("id").asString() + "/closing",
            "{'outcome':'FALSE_ALARM','words':'x'}");
    assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
    assertThat(closed.json().at("/codes/29/dismissedAt").asString()).isNotEmpty();
    assertThat(association.get("/api/v1/clone-rules").status()).isEqualTo(200);
  }

  @Test
  void keepsAnAnswerUnderItsIdempotencyKeyAndCountsTheCoverOnce() {
    Papers papers = Papers.of(maker);
    String body = papers.application("signed", 7);
    Api once = maker.with("Idempotency-Key", "mysql-1");

    Answer first = once.post("/api/v1/batches", body);
    Answer again = once.post("/api/v1/batches", body);

    assertThat(first.status()).as(first.toString()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    Answer other = once.post("/api/v1/batches", papers.application("signed", 8));
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    assertThat(maker.get("/api/v1/reports/" + papers.report()).json().path("left").asLong())
        .isEqualTo(5000 - 7);
  }

  @Test
  void givesTwoBatchesRangesThatDoNotMeet() {
    Papers papers = Papers.of(maker);
    List<Row> first = papers.issue("compact", 50).rows();
    List<Row> second = papers.issue("compact", 50).rows();

    assertThat(first).extracting(Row::serial).doesNotHaveDuplicates();
    assertThat(first)
        .extracting(Row::serial)
        .doesNotContainAnyElementsOf(second.stream().map(Row::serial).toList());
  }

  private long spans(IssuedBatch batch) {
    return jdbc.sql("SELECT COUNT(*) FROM code_span WHERE batch_id = ?")
        .param(Long.parseLong(batch.id()))
        .query(Long.class)
        .single();
  }

  private Api nobody() {
    return new Api(port, "");
  }

  private Answer code(Row row) {
    return nobody().get("/api/v1/codes/" + row.serial());
  }

  private String status(Row row) {
    return code(row).text("status");
  }
}
