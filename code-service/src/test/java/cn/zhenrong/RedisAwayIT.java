package cn.zhenrong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Nonce;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.Patience;
import cn.zhenrong.testing.ServiceTest;
import cn.zhenrong.testing.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Redis is never the truth: with it gone everything still answers, and health says so.
@ServiceTest
class RedisAwayIT {
  @Autowired Makers makers;
  @LocalServerPort int port;

  @BeforeEach
  void takeRedisAway() {
    Patience.until("health is UP", () -> health().equals("200 UP"));
    Stores.running().redis().stop();
  }

  @AfterEach
  void giveRedisBack() {
    Stores.running().redis().startAgain();
    Patience.until("health is UP again", () -> health().equals("200 UP"));
  }

  @Test
  void issuesAnswersAndCountsWithoutRedisAndSaysThatItIsDegraded() {
    assertThat(health()).isEqualTo("200 DEGRADED");

    Api maker = makers.maker().api(port);
    IssuedBatch batch = Papers.of(maker).issue("signed", 5);
    assertThat(
            makers.bench().api(port).post(batch.path("activations"), "{'first':1,'last':5}").json())
        .hasToString("{\"activated\":5,\"refused\":[]}");
    Row row = batch.rows().getFirst();

    Http nobody = Http.to(port);
    assertThat(nobody.get(row.path()).status()).isEqualTo(307);
    Api shopper = new Api(nobody);
    Api.Answer page = shopper.get("/scan/" + row.serial());
    assertThat(page.status()).isEqualTo(200);
    assertThat(shopper.post("/scans", Nonce.beacon(Nonce.of(page))).status()).isEqualTo(204);
    Patience.until("counted out of the journal", () -> sessions(nobody, row) == 1);
  }

  private static long sessions(Http nobody, Row row) {
    Http.Reply code = nobody.get("/api/v1/codes/" + row.serial());
    assertThat(code.status()).isEqualTo(200);
    return code.json().path("sessions").asLong();
  }

  private String health() {
    Http.Reply reply = Http.to(port).get("/actuator/health");
    return reply.status() + " " + reply.json().path("status").asString();
  }
}
