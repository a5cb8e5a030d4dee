package cn.zhenrong.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;

/// How long it takes from the answer to an application for a million codes until the batch is open:
/// every serial computed, the tree hashed, manifest signed and stored. The bound is the hashes
/// alone, on as many threads.
record SealingRound(Maker maker, Scores scores) {
  private static final long CODES = 1_000_000;

  void run(int round) throws IOException, ExecutionException, InterruptedException {
    long hashes = PlainHashes.ofTree(CODES);
    PlainHashes.perSecond(hashes / 4);
    tell(round, ServiceMeasurement.HASHES, PlainHashes.perSecond(hashes));
    String application = maker.papers().application("compact", CODES);
    String batch = Maker.id(maker.wire().post(Maker.BATCHES, application));
    long accepted = System.nanoTime();
    maker.awaitOpen(batch);
    double seconds = (System.nanoTime() - accepted) / 1e9;
    tell(round, ServiceMeasurement.SEAL, hashes / seconds);
    tell(round, ServiceMeasurement.SEAL_TIME, seconds);
  }

  private void tell(int round, ServiceMeasurement measurement, double number) {
    scores.tell(round, measurement, List.of(number));
  }
}
