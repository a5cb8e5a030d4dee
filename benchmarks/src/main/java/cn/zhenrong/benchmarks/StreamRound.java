package cn.zhenrong.benchmarks;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How fast a file of codes arrives at a client on the same machine that throws it away.
final class StreamRound {
  /// How much of a download is made before, for the compilers.
  private static final int WARMUP = 4;

  private final Maker maker;
  private final Plan.Load load;
  private final Scores scores;
  private @Nullable String signed;
  private @Nullable String compact;

  StreamRound(Maker maker, Plan.Load load, Scores scores) {
    this.maker = maker;
    this.load = load;
    this.scores = scores;
  }

  void signed(int round) throws IOException, InterruptedException {
    String batch = signed == null ? batch("signed", load.signedRows()) : signed;
    signed = batch;
    measure(round, ServiceMeasurement.SIGNED, batch, load.signedRows());
  }

  void compact(int round) throws IOException, InterruptedException {
    String batch = compact == null ? batch("compact", load.compactRows()) : compact;
    compact = batch;
    measure(round, ServiceMeasurement.COMPACT, batch, load.compactRows());
  }

  private String batch(String profile, long pieces) throws IOException, InterruptedException {
    return maker.issue(maker.papers(), profile, pieces);
  }

  private void measure(int round, ServiceMeasurement measurement, String batch, long rows)
      throws IOException {
    rowsPerSecond(batch, rows / WARMUP);
    scores.tell(round, measurement, List.of(rowsPerSecond(batch, rows)));
  }

  /// From the request’s first byte to the answer’s last. The reason is for a second download.
  ///
  /// @throws IllegalStateException if the last row is not the one asked for
  private double rowsPerSecond(String batch, long rows) throws IOException {
    long start = System.nanoTime();
    Wire.Download file =
        maker
            .wire()
            .download(Maker.BATCHES + "/" + batch + "/codes.csv?reason=measured&count=" + rows);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (file.status() != 200 || lastSequence(file.tail()) != rows) {
      throw new IllegalStateException("not the file that was asked for: " + file.tail());
    }
    return rows / seconds;
  }

  /// The number of the last row.
  ///
  /// @throws IllegalStateException if the file does not end with a whole row
  static long lastSequence(String tail) {
    if (!tail.endsWith("\r\n")) {
      throw new IllegalStateException("the file does not end with a row: " + tail);
    }
    String rest = tail.substring(0, tail.length() - 2);
    String row = rest.substring(rest.lastIndexOf('\n') + 1);
    return Long.parseLong(row.substring(0, row.indexOf(',')));
  }
}
