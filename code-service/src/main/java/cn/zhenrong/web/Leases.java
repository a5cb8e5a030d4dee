package cn.zhenrong.web;

import cn.zhenrong.scan.NetworkKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/// The buckets of prefixes, which all instances share.
///
/// Each instance gives out a share of the limit by itself. A prefix that uses up more than half of
/// that gets a block of tokens from its bucket in Redis, which is charged with what was given out
/// before; so all instances together keep one limit, and exceed it at most by what their shares
/// still held when they asked. An instance whose share is all of it never asks. Redis is asked by a
/// thread of its own, never by a request: while it is away, each instance's share is what there is.
@Component
class Leases implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
  private static final int PLACES = 1 << 15;
  private static final int MOST_AT_ONCE = 64;
  private static final int MOST_ASKED = 1024;
  private static final int BLOCKS_IN_BURST = 10;
  private static final long PAUSE = 10;
  private static final long PAUSE_WHEN_AWAY = 1000;
  // In Redis Cluster a script's keys lie on one node: the braces see to it.
  private static final String KEY = "zhenrong:{limit}:";

  // The lease word of a place: leased tokens left, tokens given out on credit, whether a block was
  // asked for.
  private static final long TOKENS = (1L << 20) - 1;
  private static final long OWED = 1L << 20;
  private static final long ASKED = 1L << 62;

  @SuppressWarnings("rawtypes")
  private static final RedisScript<List> SCRIPT =
      RedisScript.of(new ClassPathResource("lease_tokens.lua", Leases.class), List.class);

  private final Buckets buckets = new Buckets(PLACES);
  private final BlockingQueue<Ask> asked = new ArrayBlockingQueue<>(MOST_ASKED);
  private final StringRedisTemplate redis;
  private final NetworkKeys keys;
  private final Limit whole;
  private final Limit share;
  private final int burst;
  private final boolean alone;
  private final int block;
  private final LongAdder leased = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final Thread thread = Thread.ofVirtual().name("leases").unstarted(this::work);

  Leases(LimitSettings settings, StringRedisTemplate redis, NetworkKeys keys) {
    LimitSettings.Prefix prefix = settings.prefix();
    this.redis = redis;
    this.keys = keys;
    this.burst = prefix.burst();
    this.whole = Limit.of(prefix.rate(), burst);
    this.share =
        Limit.of(prefix.rate() * settings.share(), (int) Math.max(1, burst * settings.share()));
    this.alone = settings.share() >= 1;
    this.block = Math.max(1, burst / BLOCKS_IN_BURST);
  }

  /// A prefix that wants more.
  private record Ask(long key, long prefix) {}

  Buckets buckets() {
    return buckets;
  }

  /// Takes a token of a prefix.
  ///
  /// @param key of its bucket here
  /// @return 0, or after how many nanoseconds there will be one
  long take(int place, long key, long prefix, long now) {
    for (long word = buckets.lease(place); (word & TOKENS) > 0; word = buckets.lease(place)) {
      if (buckets.lease(place, word, word - 1)) {
        if ((word & TOKENS) <= block / 2) {
          ask(place, key, prefix);
        }
        return 0;
      }
    }
    boolean rested = buckets.isFull(place, now);
    long wait = buckets.take(place, share, now);
    if (wait == 0) {
      owe(place, rested);
    }
    if (wait > 0 || buckets.isBusy(place, share, now)) {
      ask(place, key, prefix);
    }
    return wait;
  }

  /// Where the share had filled up again, so has what the others hold: nothing is owed for before.
  private void owe(int place, boolean rested) {
    long word;
    long after;
    do {
      word = buckets.lease(place);
      after = rested ? word & (ASKED | TOKENS) | OWED : word + OWED;
    } while (!buckets.lease(place, word, after));
  }

  private void ask(int place, long key, long prefix) {
    long word = buckets.lease(place);
    if (!alone
        && (word & ASKED) == 0
        && buckets.lease(place, word, word | ASKED)
        && !asked.offer(new Ask(key, prefix))) {
      answer(key, 0, 0);
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    thread.start();
  }

  private void work() {
    try {
      while (true) {
        List<Ask> asks = new ArrayList<>(MOST_AT_ONCE);
        asks.add(asked.take());
        asked.drainTo(asks, MOST_AT_ONCE - 1);
        Thread.sleep(settle(asks) ? PAUSE : PAUSE_WHEN_AWAY);
      }
    } catch (InterruptedException e) {
      LOG.debug("no more leases");
    }
  }

  /// Leases for everybody who asked by now; for tests, which have no thread.
  void settle() {
    List<Ask> asks = new ArrayList<>();
    asked.drainTo(asks, MOST_AT_ONCE);
    settle(asks);
  }

  private boolean settle(List<Ask> asks) {
    List<Long> owed = asks.stream().map(ask -> owed(ask.key())).toList();
    List<Long> granted = asks.isEmpty() ? List.of() : granted(asks, owed);
    for (int i = 0; i < asks.size(); i++) {
      boolean isAway = granted.isEmpty();
      answer(asks.get(i).key(), isAway ? 0 : owed.get(i), isAway ? 0 : granted.get(i));
    }
    return !granted.isEmpty();
  }

  /// Empty while Redis is away.
  @SuppressWarnings("unchecked")
  private List<Long> granted(List<Ask> asks, List<Long> owed) {
    try {
      List<String> arguments = new ArrayList<>();
      arguments.add(Double.toString(whole.interval() / 1000.0));
      arguments.add(Integer.toString(burst));
      for (Long tokens : owed) {
        arguments.add(tokens.toString());
        arguments.add(Integer.toString(block));
      }
      List<Long> granted =
          redis.execute(
              SCRIPT,
              asks.stream().map(ask -> KEY + keys.key(ask.prefix())).toList(),
              arguments.toArray());
      granted.forEach(leased::add);
      return granted;
    } catch (DataAccessException e) {
      LOG.debug("no leases: {}", e.getClass().getSimpleName());
      failed.increment();
      return List.of();
    }
  }

  private long owed(long key) {
    int place = buckets.known(key);
    return place < 0 ? 0 : (buckets.lease(place) & ~ASKED) / OWED;
  }

  private void answer(long key, long charged, long granted) {
    int place = buckets.known(key);
    if (place < 0) {
      return;
    }
    long word;
    long after;
    do {
      word = buckets.lease(place);
      long owed = Math.max((word & ~ASKED) / OWED - charged, 0);
      after = owed * OWED + Math.min((word & TOKENS) + granted, TOKENS);
    } while (!buckets.lease(place, word, after));
  }

  /// Tokens leased so far.
  long leased() {
    return leased.sum();
  }

  /// Attempts that Redis did not answer.
  long failed() {
    return failed.sum();
  }

  @Override
  public void destroy() {
    thread.interrupt();
  }
}
