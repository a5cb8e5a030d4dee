package cn.zhenrong.issue;

import static cn.zhenrong.issue.Garment.PATH;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Words;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.RawHttp;
import cn.zhenrong.testing.ServiceTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/// Codes leave the house once, or with a reason.
@ServiceTest
class DownloadsIT {
  @Autowired Makers makers;
  @Autowired JdbcTemplate sql;
  @Autowired ConfigurableApplicationContext context;
  @LocalServerPort int port;

  private Member member;
  private Api maker;
  private String batch;

  @BeforeEach
  void aBatch() {
    member = makers.maker();
    maker = member.api(port);
    Garment garment = Garment.passing(maker, 1000);
    batch = PATH + "/" + garment.openBatch(garment.body("100", ",'profile':'compact'"));
  }

  @Test
  void aSecondPackageNeedsAReason() {
    assertThat(maker.get(batch + "/codes.csv?from=11&count=20").status()).isEqualTo(200);

    for (String overlap : List.of("'from':1", "'from':30", "'count':11", "'from':15,'count':1")) {
      Answer again = zip(overlap);
      assertThat(again.status()).as(overlap).isEqualTo(422);
      assertThat(again.fields()).containsExactly("reason download.second");
      assertThat(again.json().at("/details/en").asString()).contains("Codes 11–30", "reason");
      assertThat(again.header("Content-Disposition")).isEmpty();
    }
    assertThat(zip("'from':31").status()).as("others").isEqualTo(200);
    assertThat(zip("'count':10").status()).isEqualTo(200);
    assertThat(zip("'from':30,'reason':' '").status()).isEqualTo(422);
    assertThat(zip("'from':30,'reason':'" + "x".repeat(201) + "'").status()).isEqualTo(422);
    assertThat(maker.get(batch + "/codes.csv?reason=%E6%8D%A2%E5%8D%B0%E5%8E%82").status())
        .isEqualTo(200);
    assertThat(
            sql.queryForList(
                "SELECT words FROM audit WHERE subject = ? AND action = 'batch.codes' ORDER BY id",
                String.class,
                batch.substring("/api/v1/".length()).replace("batches", "batch")))
        .containsExactly("11–30", "31–100", "1–10", "1–100 换印厂");
  }

  @Test
  void thePlainFileIsTheSameAgainAndEachTimeKept() {
    byte[] first = maker.get(batch + "/codes.csv").body();
    assertThat(maker.get(batch + "/codes.csv").body()).isEqualTo(first);
    assertThat(maker.get(batch + "/downloads").json().size()).isEqualTo(2);
  }

  @Test
  void goingOnAfterABreakNeedsNone() {
    // What a break leaves behind; that one does, StreamingIT shows.
    assertThat(maker.get(batch + "/codes.csv").status()).isEqualTo(200);
    for (String state : List.of("BROKEN_OFF", "STARTED")) {
      sql.update("UPDATE code_download SET state = ? WHERE batch_id = ?", state, id());
      assertThat(zip("'from':41").status()).isEqualTo(200);
      sql.update("DELETE FROM code_download WHERE batch_id = ? AND first_sequence = 41", id());
    }
  }

  @Test
  void keepsWhoGotWhatAndWhy() {
    maker.get(batch + "/codes.csv");
    Member association = makers.association();
    association.api(port).get(batch + "/codes.csv?from=5&count=2&reason=spot-check");

    JsonNode list = maker.get(batch + "/downloads").json();

    assertThat(list.size()).isEqualTo(2);
    JsonNode latest = list.get(0);
    assertThat(latest.path("form").asString()).isEqualTo("CSV");
    assertThat(latest.path("first").asLong()).isEqualTo(5);
    assertThat(latest.path("last").asLong()).isEqualTo(6);
    assertThat(latest.path("person").asString())
        .isEqualTo(Long.toString(association.caller().person()));
    assertThat(latest.path("party").asString())
        .isEqualTo(Long.toString(association.caller().party()));
    assertThat(latest.path("reason").asString()).isEqualTo("spot-check");
    assertThat(latest.path("state").asString()).isEqualTo("COMPLETE");
    assertThat(latest.path("endedAt").asString()).endsWith("Z");
    assertThat(list.get(1).path("reason").isNull()).isTrue();
    assertThat(ids(association.api(port).get(batch + "/downloads?limit=1")))
        .containsExactly(latest.path("id").asString());
    assertThat(ids(maker.get(batch + "/downloads?before=" + latest.path("id").asString())))
        .containsExactly(list.get(1).path("id").asString());
    assertThat(maker.get(batch + "/downloads?limit=201").status()).isEqualTo(422);
    assertThat(makers.maker().api(port).get(batch + "/downloads").status()).isEqualTo(404);
    assertThat(makers.bench().api(port).get(batch + "/downloads").status()).isEqualTo(403);
  }

  @Test
  void whoHearsOfItMayRefuse() {
    Refusing refusing = new Refusing(id());
    context.addApplicationListener(refusing);
    try {
      for (Answer refused :
          List.of(
              maker.get(batch + "/codes.csv"),
              maker.post(batch + "/codes.zip", "{'password':'a long password'}"))) {
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("state-conflict");
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().at("/details/en").asString()).isEqualTo("on hold");
        assertThat(refused.header("Content-Disposition")).isEmpty();
      }
    } finally {
      context.removeApplicationListener(refusing);
    }
    assertThat(maker.get(batch + "/downloads").json().size()).isZero();
    assertThat(maker.get(batch + "/balance").json().path("released").asInt()).isZero();
    assertThat(maker.get(batch + "/codes.csv").status()).isEqualTo(200);
    assertThat(maker.get(batch + "/balance").json().path("released").asInt()).isEqualTo(100);
  }

  @Test
  void askingForTheSizeIsNoDownload() throws IOException {
    String key = "Authorization: Bearer " + member.key();
    RawHttp.Reply head = RawHttp.send(port, "HEAD", batch + "/codes.csv", key);

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Accept-Ranges")).isEqualTo("none");
    assertThat(head.body()).isEmpty();
    assertThat(maker.get(batch + "/downloads").json().size()).isZero();
    Answer whole = maker.with("Range", "bytes=100-199").get(batch + "/codes.csv");
    assertThat(whole.status()).as("a range is answered with the whole").isEqualTo(200);
    assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(whole.body().length));
    assertThat(new String(whole.body(), UTF_8)).startsWith("\uFEFFsequence,").endsWith("\r\n");
  }

  private long id() {
    return Long.parseLong(batch.substring(batch.lastIndexOf('/') + 1));
  }

  private static List<String> ids(Answer list) {
    return StreamSupport.stream(list.json().spliterator(), false)
        .map(one -> one.path("id").asString())
        .toList();
  }

  /// A later module that does not let the codes of one batch go.
  private Answer zip(String range) {
    return maker.post(batch + "/codes.zip", "{'password':'horse battery 27'," + range + "}");
  }

  private record Refusing(long batch)
      implements ApplicationListener<PayloadApplicationEvent<CodesReleased>> {
    @Override
    public void onApplicationEvent(PayloadApplicationEvent<CodesReleased> event) {
      if (event.getPayload().batch().id().value() == batch) {
        throw Problem.of(ProblemKind.STATE_CONFLICT, new Words("暂缓", "on hold"));
      }
    }
  }
}
