package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.testing.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class RememberedTest {
  private final AtomicInteger readings = new AtomicInteger();
  private volatile boolean away;
  private volatile boolean trusted = true;
  private volatile Runnable during = () -> {};
  private final Remembered<String> remembered =
      new Remembered<>(1000, _ -> 1, this::read, _ -> trusted);

  @Test
  void readsOnceAndAgainWhenItWasForgotten() {
    assertThat(remembered.get(7)).isEqualTo("7 read 1");
    assertThat(remembered.get(7)).isEqualTo("7 read 1");
    remembered.forget(7);
    assertThat(remembered.get(7)).isEqualTo("7 read 2");
  }

  @Test
  void givesTheOldAnswerWhileTheStoreIsAwayAndTheNewOneAfterwards() {
    assertThat(remembered.get(7)).isEqualTo("7 read 1");
    trusted = false;
    away = true;
    assertThat(remembered.get(7)).isEqualTo("7 read 1");
    assertThat(remembered.get(7)).isEqualTo("7 read 1");
    assertThat(readings).as("not tried again at once").hasValue(2);
    assertThatThrownBy(() -> remembered.get(8))
        .isInstanceOf(DataAccessResourceFailureException.class);

    away = false;
    Patience.until("the store is asked again", () -> !remembered.get(7).equals("7 read 1"));
  }

  @Test
  void manyWhoAskForTheSameReadOnce() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    during = () -> await(go);
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<String>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        all.add(threads.submit(() -> remembered.get(7)));
      }
      Patience.until("one reads", () -> readings.get() == 1);
      go.countDown();
      for (Future<String> each : all) {
        assertThat(each.get()).isEqualTo("7 read 1");
      }
    }
  }

  @Test
  void aChangeDuringAReadingIsNotLost() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    during = () -> await(go);
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      Future<String> early = threads.submit(() -> remembered.get(7));
      Patience.until("it reads", () -> readings.get() == 1);
      remembered.change(
          7,
          _ -> {
            throw new AssertionError("there is nothing to change yet");
          });
      go.countDown();
      early.get();
    }
    assertThat(remembered.get(7)).isEqualTo("7 read 2");
  }

  private String read(long key) {
    int number = readings.incrementAndGet();
    during.run();
    if (away) {
      throw new DataAccessResourceFailureException("away");
    }
    return key + " read " + number;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
