package cn.zhenrong.redis;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;

/// Reads the store for the public, whoever and however many they are: so many at a time that staff
/// always finds a connection, and nobody waits for it longer than a moment. A store that hangs
/// costs a shopper that moment and no more.
@Component
public class Loads {
  /// Of the sixteen connections an instance has.
  private static final int MOST = 10;

  private static final Duration PATIENCE = Duration.ofMillis(900);

  private final Semaphore places = new Semaphore(MOST);

  /// Reads on a thread of its own.
  ///
  /// @throws QueryTimeoutException if the store does not answer in time or all places are taken for
  ///   as long; what was begun goes on
  public <T> T now(Supplier<T> reading) {
    return await(begin(reading));
  }

  <T> CompletableFuture<T> begin(Supplier<T> reading) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread.ofVirtual().name("load").start(() -> run(reading, result));
    return result;
  }

  private <T> void run(Supplier<T> reading, CompletableFuture<T> result) {
    try {
      if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        result.completeExceptionally(new QueryTimeoutException("too many wait for the store"));
        return;
      }
    } catch (InterruptedException e) {
      result.completeExceptionally(e);
      return;
    }
    try {
      result.complete(reading.get());
    } catch (RuntimeException | Error e) {
      result.completeExceptionally(e);
    } finally {
      places.release();
    }
  }

  static <T> T await(CompletableFuture<T> result) {
    try {
      return result.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new QueryTimeoutException("the store did not answer in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new QueryTimeoutException("interrupted while the store was read", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
