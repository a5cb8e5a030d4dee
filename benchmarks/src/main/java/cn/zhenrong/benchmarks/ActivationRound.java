package cn.zhenrong.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// How many codes eight clients activate, one request each, and how many bare commits eight
/// connections make.
record ActivationRound(RunningService service, Plan plan, Scores scores) {
  private static final Duration WARMUP = Duration.ofSeconds(1);

  /// More than the clients can come to; a client with nothing to do would be an error.
  private static final int MOST_PER_SECOND = 10_000;

  void run(int round) throws IOException, SQLException, ExecutionException, InterruptedException {
    commits(round);
    Activations one = batch(codes());
    activate(round, ServiceMeasurement.ACTIVATE_ONE_BATCH, client -> one);
    List<Activations> eight = new ArrayList<>();
    for (int i = 0; i < Clients.EIGHT; i++) {
      eight.add(batch(codes() / 2));
    }
    activate(round, ServiceMeasurement.ACTIVATE_EIGHT_BATCHES, eight::get);
  }

  private int codes() {
    return (int) (MOST_PER_SECOND * plan.load().activating().plus(WARMUP).toSeconds());
  }

  private Activations batch(int codes) throws IOException, InterruptedException {
    try (Wire wire = service.wire()) {
      Maker maker = new Maker(wire);
      String batch = maker.issue(maker.papers(), "compact", codes);
      return new Activations(batch, maker.serials(batch, codes));
    }
  }

  private void activate(
      int round, ServiceMeasurement measurement, IntFunction<Activations> activations)
      throws IOException, ExecutionException, InterruptedException {
    List<Wire> wires =
        IntStream.range(0, Clients.EIGHT).mapToObj(client -> service.wire()).toList();
    try {
      List<Clients.Client> clients =
          IntStream.range(0, Clients.EIGHT)
              .mapToObj(client -> activations.apply(client).client(wires.get(client)))
              .toList();
      tell(round, measurement, clients);
    } finally {
      for (Wire wire : wires) {
        wire.close();
      }
    }
  }

  private void commits(int round) throws SQLException, ExecutionException, InterruptedException {
    List<Commits> connections = new ArrayList<>();
    try {
      for (int i = 0; i < Clients.EIGHT; i++) {
        connections.add(new Commits(service.connect()));
      }
      tell(
          round,
          ServiceMeasurement.COMMITS,
          connections.stream().map(ActivationRound::committing).toList());
    } finally {
      for (Commits connection : connections) {
        connection.close();
      }
    }
  }

  private static Clients.Client committing(Commits commits) {
    return () -> {
      commits.once();
      return true;
    };
  }

  private void tell(int round, ServiceMeasurement measurement, List<Clients.Client> clients)
      throws ExecutionException, InterruptedException {
    double rate = Clients.perSecond(clients, WARMUP, plan.load().activating());
    scores.tell(round, measurement, List.of(rate));
  }
}
