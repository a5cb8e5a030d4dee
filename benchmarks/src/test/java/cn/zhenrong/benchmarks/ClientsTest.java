package cn.zhenrong.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClientsTest {
  @Test
  void workUntilNothingIsLeftAndCountWhatTheyDid() throws Exception {
    AtomicInteger left = new AtomicInteger(100);
    Clients.Client client = () -> left.getAndDecrement() > 0;

    assertThat(Clients.toTheEnd(List.of(client, client, client))).isEqualTo(100);
  }

  @Test
  void workAtTheSameTime() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    Clients.Client client =
        () -> {
          both.countDown();
          if (!both.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("one waits for the other");
          }
          return false;
        };

    assertThat(Clients.toTheEnd(List.of(client, client))).isZero();
  }

  @Test
  void aClientThatRunsOutGivesNoRate() {
    assertThatThrownBy(
            () -> Clients.perSecond(List.of(() -> false), Duration.ZERO, Duration.ofMillis(200)))
        .hasMessageContaining("nothing left");
  }

  @Test
  void aClientThatFailsFailsAll() {
    assertThatThrownBy(() ->
            Clients.toTheEnd(
                List.of(() -> {
                  throw new IOException("refused");
                })))
        .hasMessageContaining("refused");
  }

  @Test
  void anActivationIsARequestThatMovedOneCode() throws Exception {
    try (CannedServer server =
            new CannedServer(
                CannedServer.json("{\"activated\":1,\"refused\":[]}"),
                CannedServer.json("{\"activated\":0,\"refused\":[{}]}"));
        Wire wire = server.wire()) {
      Clients.Client client = new Activations("7", List.of("A", "B")).client(wire);

      assertThat(client.once()).isTrue();
      assertThatThrownBy(client::once).hasMessageContaining("not activated");
      assertThat(client.once()).isFalse();
      assertThat(server.requests())
          .containsExactly(
              "POST /api/v1/batches/7/activations HTTP/1.1 {\"serials\":[\"A\"]}",
              "POST /api/v1/batches/7/activations HTTP/1.1 {\"serials\":[\"B\"]}");
    }
  }
}
