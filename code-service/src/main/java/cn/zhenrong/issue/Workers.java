package cn.zhenrong.issue;

import jakarta.annotation.PreDestroy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;

/// One platform thread per core for work that is all arithmetic: signing and hashing. Requests and
/// sealing share it, so they never fight for the cores with more threads than there are.
///
/// Tasks are some milliseconds long and wait in one line, and nobody has more than a window of them
/// in it: so those who are at it at the same time get equal shares, and one who does not take what
/// was computed for it gets nothing more until it does.
@Component
class Workers {
  private final int cores = Runtime.getRuntime().availableProcessors();
  private final ExecutorService pool =
      Executors.newFixedThreadPool(cores, Thread.ofPlatform().name("codes-", 1).daemon().factory());

  /// Runs the tasks on all cores and hands over their results in order. Never are more than three
  /// per core under way or waiting to be taken, however slow the taker is; when it throws, no
  /// further task begins.
  <T, E extends Exception> void inOrder(Iterator<Callable<T>> tasks, Taker<T, E> taker)
      throws E, InterruptedException {
    Deque<Future<T>> window = new ArrayDeque<>();
    try {
      while (tasks.hasNext() || !window.isEmpty()) {
        while (tasks.hasNext() && window.size() < window()) {
          window.add(pool.submit(tasks.next()));
        }
        taker.take(result(window.remove()));
      }
    } finally {
      window.forEach(future -> future.cancel(false));
    }
  }

  /// How many tasks of one taker are under way or waiting to be taken at most.
  int window() {
    return 3 * cores;
  }

  /// Whoever waits for a task that will not run any more is told so.
  @PreDestroy
  void stop() {
    for (Runnable waiting : pool.shutdownNow()) {
      if (waiting instanceof Future<?> future) {
        future.cancel(false);
      }
    }
  }

  private static <T> T result(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a worker failed", e.getCause());
    }
  }

  interface Taker<T, E extends Exception> {
    void take(T result) throws E;
  }
}
