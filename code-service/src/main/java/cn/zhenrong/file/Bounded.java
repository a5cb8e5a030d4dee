package cn.zhenrong.file;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Work on files that strangers made: two at a time, each on a thread of its own and within a time.
final class Bounded {
  private static final Texts TEXTS = Texts.beside(Bounded.class);
  private static final int AT_A_TIME = 2;
  private static final int PATIENCE_SECONDS = 3;
  private static final int LONGEST_SECONDS = 12;

  private final String name;
  private final Semaphore slots = new Semaphore(AT_A_TIME, true);

  /// @param name of the threads
  Bounded(String name) {
    this.name = name;
  }

  /// @throws Problem too-many-requests while others are at work
  /// @throws ExecutionException with what the work threw
  /// @throws TimeoutException if it takes too long
  <T> T run(Callable<T> work) throws ExecutionException, TimeoutException {
    try {
      if (!slots.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw Problem.of(ProblemKind.TOO_MANY_REQUESTS, TEXTS.words("file.busy"));
      }
      FutureTask<T> task = new FutureTask<>(work);
      // A thread that never comes back keeps its slot, so that at most two ever do.
      Thread.ofPlatform()
          .name(name)
          .daemon()
          .start(() -> {
            try {
              task.run();
            } finally {
              slots.release();
            }
          });
      return task.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
