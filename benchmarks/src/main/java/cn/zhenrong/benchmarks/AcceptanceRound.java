package cn.zhenrong.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// How long the service takes to accept a batch, beside bare commits on the same database server,
/// one right before each acceptance. Each batch is sealed before the next measurement, so that its
/// sealing disturbs none.
///
/// @param wire the one client's connection
/// @param meters a connection of somebody who may read the service's meters
/// @param commits another program's connection to the database server
record AcceptanceRound(Wire wire, Wire meters, Commits commits, Plan.Load load, Scores scores) {

  /// Batches of one size.
  ///
  /// @param server where the time by the service's own timer goes
  /// @param client where the time from the request's first byte to the answer's last goes
  private record Size(
      long pieces, int count, ServiceMeasurement server, ServiceMeasurement client) {}

  void run(int round) throws IOException, SQLException, InterruptedException {
    Maker.Papers papers = new Maker(wire).papers();
    accept(1, round == 1 ? load.warmAcceptances() : load.acceptances(), papers, new Times());
    Times all = new Times();
    for (Size size : sizes()) {
      Times times = new Times();
      accept(size.pieces(), size.count(), papers, times);
      tell(round, size.server(), times.server);
      tell(round, size.client(), times.client);
      all.commit.addAll(times.commit);
    }
    tell(round, ServiceMeasurement.COMMIT, all.commit);
  }

  private List<Size> sizes() {
    return List.of(
        new Size(
            1,
            load.acceptances(),
            ServiceMeasurement.ACCEPT_ONE,
            ServiceMeasurement.ACCEPT_ONE_HTTP),
        new Size(
            10_000,
            load.acceptances(),
            ServiceMeasurement.ACCEPT_SMALL,
            ServiceMeasurement.ACCEPT_SMALL_HTTP),
        new Size(
            10_000_000,
            load.largeAcceptances(),
            ServiceMeasurement.ACCEPT_LARGE,
            ServiceMeasurement.ACCEPT_LARGE_HTTP));
  }

  private void accept(long pieces, int count, Maker.Papers papers, Times times)
      throws IOException, SQLException, InterruptedException {
    ServerClock clock = new ServerClock(meters, Maker.BATCHES);
    Maker maker = new Maker(wire);
    String application = papers.application("signed", pieces);
    for (int i = 0; i < count; i++) {
      ServerClock.Reading before = clock.read();
      times.commit.add(commits.once());
      long start = System.nanoTime();
      Wire.Answer answer = wire.post(Maker.BATCHES, application);
      times.client.add((System.nanoTime() - start) / 1e6);
      times.server.add(clock.read().since(before));
      maker.awaitOpen(Maker.id(answer));
    }
  }

  /// The middle one counts: a pause of the machine is no property of the service.
  private void tell(int round, ServiceMeasurement measurement, List<Double> milliseconds) {
    scores.tell(round, measurement, List.of(Spread.of(milliseconds).orElseThrow().middle()));
  }

  private static final class Times {
    private final List<Double> server = new ArrayList<>();
    private final List<Double> client = new ArrayList<>();
    private final List<Double> commit = new ArrayList<>();
  }
}
