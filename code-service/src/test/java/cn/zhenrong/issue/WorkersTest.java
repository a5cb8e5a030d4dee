package cn.zhenrong.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {
  private final Workers workers = new Workers();

  @AfterEach
  void stop() {
    workers.stop();
  }

  @Test
  void handsOverInOrder() throws Exception {
    List<Integer> taken = new ArrayList<>();
    workers.inOrder(numbers(1000), taken::add);
    assertThat(taken).containsExactlyElementsOf(IntStream.range(0, 1000).boxed().toList());
  }

  @Test
  void computesNoMoreThanItsWindowForATakerThatDoesNotTake() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch taking = new CountDownLatch(1);
    CountDownLatch reading = new CountDownLatch(1);
    Iterator<Callable<Integer>> endless =
        IntStream.iterate(0, i -> i + 1)
            .<Callable<Integer>>mapToObj(i -> asked::incrementAndGet)
            .iterator();
    CompletableFuture<Void> stalled =
        running(() ->
            workers.inOrder(
                endless,
                (Integer result) -> {
                  taking.countDown();
                  reading.await();
                  throw new IOException("gone");
                }));
    taking.await();

    // Whoever comes meanwhile is served, and by the end of it all that was asked for is computed.
    workers.inOrder(numbers(1000), result -> {});
    assertThat(asked).hasValue(workers.window());

    reading.countDown();
    assertThatThrownBy(stalled::join).hasRootCauseInstanceOf(IOException.class);
    workers.inOrder(numbers(1000), result -> {});
    assertThat(asked).as("after the taker went away").hasValue(workers.window());
  }

  @Test
  void beginsNothingMoreWhenTheTakerFails() throws Exception {
    AtomicInteger begun = new AtomicInteger();
    CountDownLatch gate = new CountDownLatch(1);
    Iterator<Callable<Integer>> tasks =
        IntStream.iterate(0, i -> i + 1)
            .<Callable<Integer>>mapToObj(i ->
                () -> {
                  begun.incrementAndGet();
                  if (i > 0) {
                    gate.await();
                  }
                  return i;
                })
            .iterator();

    assertThatThrownBy(() ->
            workers.inOrder(
                tasks,
                result -> {
                  throw new IOException("gone");
                }))
        .isInstanceOf(IOException.class);
    gate.countDown();
    workers.inOrder(numbers(100), result -> {});

    int cores = workers.window() / 3;
    assertThat(begun.get()).as("the first, and one on each core").isLessThanOrEqualTo(1 + cores);
  }

  /// Both stand in one line with at most a window each, so while one gets a turn the other gets at
  /// most a window of turns; that it gets about as many is what the numbers below leave room for.
  @Test
  void givesTwoAtOnceTheSameShare() throws Exception {
    AtomicInteger ofTheLong = new AtomicInteger();
    CountDownLatch under = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<Void> longOne =
        running(() ->
            workers.inOrder(
                work(),
                (Integer result) -> {
                  ofTheLong.incrementAndGet();
                  under.countDown();
                  if (end.getCount() == 0) {
                    throw new IOException("enough");
                  }
                }));
    under.await();

    int before = ofTheLong.get();
    int turns = 40 * workers.window();
    List<Callable<Integer>> shortOne = new ArrayList<>();
    work()
        .forEachRemaining(task -> {
          if (shortOne.size() < turns) {
            shortOne.add(task);
          }
        });
    workers.inOrder(shortOne.iterator(), result -> {});
    int meanwhile = ofTheLong.get() - before;
    end.countDown();

    assertThatThrownBy(longOne::join).hasRootCauseInstanceOf(IOException.class);
    assertThat(meanwhile).isBetween(turns / 4, turns * 4);
  }

  @Test
  void tellsWhoWaitsThatItStops() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    CompletableFuture<Void> waiting =
        running(() ->
            workers.inOrder(
                IntStream.range(0, 100)
                    .<Callable<Integer>>mapToObj(i ->
                        () -> {
                          begun.countDown();
                          never.await();
                          return i;
                        })
                    .iterator(),
                result -> {}));
    begun.await();
    workers.stop();
    assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS))
        .rootCause()
        .isInstanceOfAny(
            InterruptedException.class,
            CancellationException.class,
            RejectedExecutionException.class);
  }

  private static Iterator<Callable<Integer>> numbers(int count) {
    return IntStream.range(0, count).<Callable<Integer>>mapToObj(i -> () -> i).iterator();
  }

  /// A good while of tasks of half a millisecond.
  private static Iterator<Callable<Integer>> work() {
    return IntStream.range(0, 100_000)
        .<Callable<Integer>>mapToObj(i ->
            () -> {
              int sum = 0;
              for (int k = 0; k < 500_000; k++) {
                sum = sum * 31 + k;
              }
              return sum;
            })
        .iterator();
  }

  private static CompletableFuture<Void> running(Deed deed) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            deed.run();
          } catch (RuntimeException e) {
            throw e;
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        },
        task -> Thread.ofVirtual().start(task));
  }

  private interface Deed {
    void run() throws Exception;
  }
}
