package cn.zhenrong.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Several clients at the same time, each with one request under way, one after the other.
final class Clients {
  static final int EIGHT = 8;

  private Clients() {}

  /// One client.
  interface Client {
    /// Makes one request.
    ///
    /// @return false if there was nothing left to do
    boolean once() throws Exception;
  }

  /// Lets the clients work for a while.
  ///
  /// @param warmup what is done in it does not count
  /// @return what all did in a second
  /// @throws IllegalStateException if one had nothing left to do before the end
  static double perSecond(List<Client> clients, Duration warmup, Duration length)
      throws ExecutionException, InterruptedException {
    long begin = System.nanoTime() + warmup.toNanos();
    long end = begin + length.toNanos();
    long done = run(clients, client -> untilEnd(client, begin, end));
    return done / (length.toNanos() / 1e9);
  }

  /// Lets the clients work until all is done.
  ///
  /// @return how much that was
  static long toTheEnd(List<Client> clients) throws ExecutionException, InterruptedException {
    return run(
        clients,
        client -> {
          long done = 0;
          while (client.once()) {
            done++;
          }
          return done;
        });
  }

  private static long untilEnd(Client client, long begin, long end) throws Exception {
    long done = 0;
    while (System.nanoTime() - end < 0) {
      if (!client.once()) {
        throw new IllegalStateException("a client had nothing left to do");
      }
      long now = System.nanoTime();
      done += now - begin >= 0 && now - end < 0 ? 1 : 0;
    }
    return done;
  }

  private static long run(List<Client> clients, Work work)
      throws ExecutionException, InterruptedException {
    try (ExecutorService threads = Executors.newFixedThreadPool(clients.size())) {
      List<Future<Long>> counts = new ArrayList<>();
      clients.forEach(client -> counts.add(threads.submit(() -> work.of(client))));
      long sum = 0;
      for (Future<Long> count : counts) {
        sum += count.get();
      }
      return sum;
    }
  }

  private interface Work {
    long of(Client client) throws Exception;
  }
}
