package cn.zhenrong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.Nonce;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.Patience;
import cn.zhenrong.testing.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// A copied code from the beacon to the amber page and the alert, and back when a person finds
/// nothing wrong. The addresses are those of the sample table: Beijing, Guangdong, Sichuan.
@ServiceTest
@DirtiesContext
@TestPropertySource(properties = "zhenrong.limits.enabled=false")
class CloneIT {
  private static final List<String> THREE_PROVINCES =
      List.of(
          "198.51.100.1",
          "203.0.113.1",
          "2001:db8::1",
          "198.51.100.2",
          "203.0.113.2",
          "2001:db8::2");

  @Autowired Makers makers;
  @LocalServerPort int port;

  private IssuedBatch batch;
  private Api association;
  private List<Row> rows;

  @BeforeEach
  void aBatchOnSale() {
    Member maker = makers.maker();
    association = makers.association().api(port);
    batch = Papers.of(maker.api(port)).issue("compact", 10);
    rows = batch.rows();
    move("activations", 1, 5);
  }

  @Test
  void aCodeVerifiedInThreeProvincesAtOnceIsAmberAndAlertsTheAssociation() {
    String serial = rows.getFirst().serial();
    THREE_PROVINCES.forEach(address -> verify(serial, address, false));
    Patience.until("amber", () -> verdict(serial).equals("CLONE_SUSPECTED"));

    assertThat(page(serial, "zh"))
        .contains("查询异常", "此码可能被复制", "北京、广东、四川", "短于任何人或包裹所需的路程")
        .doesNotContain("假冒", "编码有效");
    assertThat(page(serial, "en"))
        .contains("may have been copied", "Beijing, Guangdong, Sichuan", "any parcel could travel")
        .doesNotContain("counterfeit");
    JsonNode noticed = code(serial).path("noticed");
    assertThat(noticed.size()).isEqualTo(1);
    assertThat(noticed.at("/0/rule").asString()).isEqualTo("IMPOSSIBLE_TRAVEL");
    assertThat(noticed.at("/0/provinces/2/zh").asString()).isEqualTo("四川");
    assertThat(noticed.at("/0/firstAt").asString()).isNotEmpty();
    assertThat(code(rows.get(1).serial()).path("noticed").isEmpty()).isTrue();

    JsonNode alert = alert("IMPOSSIBLE_TRAVEL");
    assertThat(alert.path("codes").asInt()).isEqualTo(1);
    assertThat(alert.at("/samples/0").asString()).isEqualTo(serial);
    Answer closed =
        association.post(
            "/api/v1/alerts/" + alert.path("id").asString() + "/closing",
            "{'outcome':'FALSE_ALARM','words':'展会上多地同事试扫'}");
    assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
    Patience.until("told no longer", () -> !verdict(serial).equals("CLONE_SUSPECTED"));

    verify(serial, "203.0.113.3", false);
    Patience.until("counted", () -> code(serial).path("sessions").asInt() == 7);
    assertThat(verdict(serial)).isEqualTo("VALID_OTHERS");
    assertThat(alerts()).as("a dismissed code raises nothing").isEmpty();
  }

  @Test
  void oneShopperOnSeveralNetworksOfTwoProvincesIsNotAmber() {
    String serial = rows.get(1).serial();
    for (String address : List.of("198.51.100.1", "203.0.113.1", "198.51.100.2", "203.0.113.2")) {
      verify(serial, address, false);
    }

    Patience.until("counted", () -> code(serial).path("sessions").asInt() == 4);
    assertThat(verdict(serial)).isEqualTo("VALID_OTHERS");
    assertThat(alerts()).isEmpty();
  }

  @Test
  void twoHundredDevicesTripNothingOnADisplayCode() {
    move("displays", 8, 8);
    String serial = rows.get(7).serial();
    for (int device = 0; device < 200; device++) {
      verify(serial, (device % 2 == 0 ? "198.51.100." : "2001:db8::") + (device + 1), device < 5);
    }

    Patience.until("counted", () -> code(serial).path("sessions").asInt() == 200);
    assertThat(verdict(serial)).isEqualTo("DISPLAY");
    assertThat(alerts()).isEmpty();
  }

  @Test
  void whatWasSeenBeforeAReturnIsOver() {
    String serial = rows.get(2).serial();
    THREE_PROVINCES.forEach(address -> verify(serial, address, true));
    Patience.until("amber", () -> verdict(serial).equals("CLONE_SUSPECTED"));

    move("returns", 3, 3);
    move("activations", 3, 3);
    Patience.until("sold again", () -> verdict(serial).startsWith("VALID"));
    verify(serial, "192.0.2.1", true);

    Patience.until("counted", () -> code(serial).path("sessions").asInt() == 7);
    assertThat(verdict(serial)).isEqualTo("VALID_OTHERS");
  }

  @Test
  void aLabelNobodyActivatedAlertsButSaysSoByItself() {
    String serial = rows.get(9).serial();
    verify(serial, "198.51.100.9", false);

    Patience.until("an alert", () -> !alerts().isEmpty());
    assertThat(alert("VERIFIED_BEFORE_ACTIVATION").at("/provinces/0/zh").asString())
        .isEqualTo("北京");
    assertThat(verdict(serial)).isEqualTo("NOT_ACTIVATED");
    assertThat(code(serial).path("noticed").isEmpty()).isTrue();
  }

  private void verify(String serial, String address, boolean opened) {
    Api shopper = new Api(port, "").with("X-Forwarded-For", address);
    String nonce = Nonce.of(shopper.get("/scan/" + serial));
    assertThat(shopper.post("/scans", "{'nonce':'" + nonce + "','opened':" + opened + "}").status())
        .isEqualTo(204);
  }

  private void move(String move, int first, int last) {
    Answer moved =
        makers
            .bench()
            .api(port)
            .post(batch.path(move), "{'first':%d,'last':%d}".formatted(first, last));
    assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
    assertThat(moved.json().path("refused").isEmpty()).as(moved.toString()).isTrue();
  }

  private String page(String serial, String language) {
    Answer page = new Api(port, "").get("/scan/" + serial + "?lang=" + language);
    return new String(page.body(), StandardCharsets.UTF_8);
  }

  private JsonNode code(String serial) {
    return new Api(port, "").get("/api/v1/codes/" + serial).json();
  }

  private String verdict(String serial) {
    return code(serial).at("/verdict/code").asString();
  }

  private List<JsonNode> alerts() {
    return StreamSupport.stream(
            association.get("/api/v1/alerts?status=OPEN&limit=200").json().spliterator(), false)
        .filter(alert -> alert.path("batch").asString().equals(batch.id()))
        .toList();
  }

  private JsonNode alert(String rule) {
    return alerts().stream()
        .filter(alert -> alert.path("rule").asString().equals(rule))
        .findFirst()
        .orElseThrow();
  }
}
