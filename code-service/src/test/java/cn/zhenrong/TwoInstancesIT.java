package cn.zhenrong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.party.Role;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.Patience;
import cn.zhenrong.testing.Service;
import cn.zhenrong.testing.ServiceTest;
import cn.zhenrong.testing.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/// Two instances over the same stores: what is decided at one is so at the other, within the time
/// that the association is promised.
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInstancesIT {
  private static final Duration WITH_REDIS = Duration.ofSeconds(2);
  private static final Duration WITHOUT_REDIS = Duration.ofSeconds(30);

  @Autowired Makers makers;
  @Autowired Environment here;
  @LocalServerPort int port;

  private Service elsewhere;
  private Http other;
  private Api association;
  private Api second;

  @BeforeAll
  void start() {
    Path keys = Path.of(here.getRequiredProperty("zhenrong.keys.folder"));
    elsewhere =
        Service.start(
            Objects.requireNonNull(keys.getParent()),
            here.getRequiredProperty("spring.datasource.url"));
    other = Http.to(elsewhere.port());
  }

  @BeforeEach
  void twoPeopleOfTheAssociation() {
    Member first = makers.association();
    association = first.api(port);
    second = makers.colleague(first, Role.ASSOCIATION).api(port);
  }

  @AfterAll
  void stop() {
    elsewhere.close();
  }

  @Test
  void aHoldAndARecallShowElsewhereWithinTwoSecondsAndGoAgain() {
    Row row = activated();
    for (boolean recall : new boolean[] {false, true}) {
      String shown = recall ? "RECALLED" : "ON_HOLD";
      assertThat(verdict(row)).isEqualTo("VALID_FIRST");

      String id = place(row, recall);
      Patience.until(shown, WITH_REDIS, () -> verdict(row).equals(shown));

      assertThat(second.post("/api/v1/holds/" + id + "/release", "{'reason':'复检合格'}").status())
          .isEqualTo(200);
      Patience.until("over", WITH_REDIS, () -> verdict(row).equals("VALID_FIRST"));
    }
  }

  @Test
  void withoutRedisAHoldShowsElsewhereWithinThirtySecondsAndWithItAgainWithinTwo() {
    Row row = activated();
    Row later = activated();
    assertThat(verdict(row)).isEqualTo("VALID_FIRST");
    Stores.running().redis().stop();
    try {
      place(row, false);
      Patience.until("on hold", WITHOUT_REDIS, () -> verdict(row).equals("ON_HOLD"));
    } finally {
      Stores.running().redis().startAgain();
    }
    Patience.until("both hear again", () -> up(Http.to(port)) && up(other) && hears(later));
  }

  /// Whether word of a change reaches the other instance faster than its own reading would.
  private boolean hears(Row row) {
    String id = place(row, false);
    boolean heard = true;
    try {
      Patience.until("heard", WITH_REDIS, () -> verdict(row).equals("ON_HOLD"));
    } catch (IllegalStateException e) {
      heard = false;
    }
    second.post("/api/v1/holds/" + id + "/release", "{'reason':'试验'}");
    Patience.until("over", WITHOUT_REDIS, () -> verdict(row).equals("VALID_FIRST"));
    return heard;
  }

  private static boolean up(Http instance) {
    return instance.get("/actuator/health").json().path("status").asString().equals("UP");
  }

  private Row activated() {
    IssuedBatch batch = Papers.of(makers.maker().api(port)).issue("signed", 2);
    makers.bench().api(port).post(batch.path("activations"), "{'first':1,'last':2}");
    return batch.rows().getFirst();
  }

  private String place(Row row, boolean recall) {
    String batch =
        new Api(other)
            .http()
            .as("demo-association")
            .get("/api/v1/codes/" + row.serial() + "/history")
            .json()
            .path("batch")
            .asString();
    Api.Answer placed =
        association.post(
            "/api/v1/holds",
            "{'scope':{'batch':'" + batch + "'},'reason':'抽检','recall':" + recall + "}");
    assertThat(placed.status()).as(placed.toString()).isEqualTo(201);
    return placed.text("id");
  }

  private String verdict(Row row) {
    return other
        .get("/api/v1/codes/" + row.serial())
        .json()
        .path("verdict")
        .path("code")
        .asString();
  }
}
