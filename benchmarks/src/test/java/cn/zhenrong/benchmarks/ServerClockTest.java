package cn.zhenrong.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ServerClockTest {
  private final ServerClock.Reading before = new ServerClock.Reading(40, 1000);

  @Test
  void readsTheTimerOfTheService() {
    ServerClock.Reading reading =
        ServerClock.parse(
            """
            {"name":"http.server.requests","baseUnit":"seconds","measurements":[
              {"statistic":"COUNT","value":41.0},
              {"statistic":"TOTAL_TIME","value":1.0025},
              {"statistic":"MAX","value":0.2}]}
            """);

    assertThat(reading.count()).isEqualTo(41);
    assertThat(reading.since(before)).isCloseTo(2.5, within(1e-9));
  }

  @Test
  void refusesATimeThatBelongsToAnotherRequestToo() {
    assertThatThrownBy(() -> new ServerClock.Reading(42, 1010).since(before))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new ServerClock.Reading(40, 1000).since(before))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void startsAtNothingWhereNobodyAskedYet() throws Exception {
    try (CannedServer server = new CannedServer("HTTP/1.1 404 \r\nContent-Length: 0\r\n\r\n");
        Wire wire = server.wire()) {
      assertThat(new ServerClock(wire, "/api/v1/batches").read())
          .isEqualTo(new ServerClock.Reading(0, 0));
      assertThat(server.requests().getFirst()).contains("uri:/api/v1/batches");
    }
  }

  @Test
  void refusesAUnitItDoesNotKnow() {
    assertThatThrownBy(() -> ServerClock.parse("{\"baseUnit\":\"minutes\"}"))
        .isInstanceOf(IllegalStateException.class);
  }
}
