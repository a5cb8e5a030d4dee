package cn.zhenrong.web;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/// Decides who may ask now, who waits and who is refused, by network prefix and by device. What it
/// knows is keyed digests in memory, under a key that ends with the process.
@Component
class Admission {
  /// What can be decided.
  enum Outcome {
    ALLOWED,
    /// Allowed after a wait in the slow lane.
    SLOWED,
    /// Refused for its device, or its API key.
    DEVICE,
    /// Refused for its prefix.
    PREFIX,
    /// Refused because too many wait in the slow lane.
    LANE
  }

  private static final int DEVICES = 1 << 16;

  /// How many devices of a prefix may report as much as one may.
  private static final int HOMES = 20;

  /// Tells the places for reports from those for requests.
  private static final long REPORT = 0x5ca1ab1eL;

  private static final long LONGEST_WAIT = 1_000_000_000L;

  private final Buckets devices = new Buckets(DEVICES);
  private final Buckets prefixes;
  private final Leases leases;
  private final Probing probing;
  private final LimitSettings.Slow slow;
  private final Limit device;
  private final Limit check;
  private final Limit report;
  private final Limit reports;
  private final Limit deviceInvalid;
  private final Limit prefixInvalid;
  private final long deviceTurn;
  private final long prefixTurn;
  private final long deviceSecret;
  private final long prefixSecret;
  private final AtomicInteger waiting = new AtomicInteger();
  private final LongAdder[] outcomes = new LongAdder[Outcome.values().length];

  Admission(LimitSettings settings, Leases leases, Probing probing, RandomGenerator random) {
    this.leases = leases;
    this.prefixes = leases.buckets();
    this.probing = probing;
    this.slow = settings.slow();
    this.device = Limit.of(settings.device().rate(), settings.device().burst());
    this.check = Limit.of(settings.check().rate(), settings.check().burst());
    this.report = Limit.of(settings.report().rate(), settings.report().burst());
    this.reports = Limit.of(settings.report().rate() * HOMES, settings.report().burst() * HOMES);
    this.deviceInvalid = slow.deviceCount();
    this.prefixInvalid = slow.prefixCount();
    this.deviceTurn = Limit.of(slow.deviceRate(), 1).interval();
    this.prefixTurn = Limit.of(slow.prefixRate(), 1).interval();
    this.deviceSecret = random.nextLong();
    this.prefixSecret = random.nextLong();
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = new LongAdder();
    }
  }

  /// Decides about a request of somebody unknown.
  ///
  /// @param network as in [Network]
  /// @param client a hash of what tells devices of one network apart
  /// @param now nanoseconds, from 0 on
  /// @return how long it has to [#await], 0 for not at all; negative: refused, and asking again
  ///   makes sense after so many nanoseconds
  long admit(long network, long client, long now) {
    long prefix = Network.prefix(network);
    long key = prefixKey(prefix);
    int place = prefixes.place(key, now);
    if (prefixes.isSuspect(place, prefixInvalid, now)) {
      return queue(prefixes.turn(place, prefixTurn, LONGEST_WAIT, now));
    }
    int own = devices.place(deviceKey(network, client), now);
    if (devices.isSuspect(own, deviceInvalid, now)) {
      return queue(devices.turn(own, deviceTurn, LONGEST_WAIT, now));
    }
    // The device first: whoever is refused for itself takes nothing from its neighbours.
    long wait = devices.take(own, device, now);
    return wait > 0 ? refused(Outcome.DEVICE, wait) : shared(leases.take(place, key, prefix, now));
  }

  /// Decides about a bulk check, by what it signs in with.
  ///
  /// @param credentials a hash of them
  long admitCheck(long network, long credentials, long now) {
    long wait = devices.take(devices.place(deviceKey(1, credentials), now), check, now);
    if (wait > 0) {
      return refused(Outcome.DEVICE, wait);
    }
    if (network == Network.NONE) {
      return shared(0);
    }
    long prefix = Network.prefix(network);
    long key = prefixKey(prefix);
    return shared(leases.take(prefixes.place(key, now), key, prefix, now));
  }

  /// Decides about a form that is kept, of somebody who was admitted.
  ///
  /// @return 0, or negative as above
  long admitReport(long network, long client, long now) {
    int own = devices.place(deviceKey(network ^ REPORT, client), now);
    long wait = devices.take(own, report, now);
    if (wait > 0) {
      return refused(Outcome.DEVICE, wait);
    }
    long all = some(Scrambled.of(prefixKey(Network.prefix(network)) ^ REPORT));
    wait = devices.take(devices.place(all, now), reports, now);
    return wait > 0 ? refused(Outcome.PREFIX, wait) : 0;
  }

  private long shared(long wait) {
    if (wait > 0) {
      return refused(Outcome.PREFIX, wait);
    }
    count(Outcome.ALLOWED);
    return 0;
  }

  private long queue(long wait) {
    if (wait == 0) {
      count(Outcome.SLOWED);
      return 0;
    }
    if (wait < 0 || waiting.incrementAndGet() > slow.waiting()) {
      if (wait > 0) {
        waiting.decrementAndGet();
      }
      return refused(Outcome.LANE, LONGEST_WAIT);
    }
    count(Outcome.SLOWED);
    return wait;
  }

  private long refused(Outcome outcome, long wait) {
    count(outcome);
    return -wait;
  }

  /// Waits as [#admit] said: a virtual thread and nothing else is held up.
  void await(long nanos) throws InterruptedException {
    try {
      Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
    } finally {
      waiting.decrementAndGet();
    }
  }

  /// Notes that a request was about a code that was never issued.
  void invalid(long network, long client, long now) {
    long prefix = Network.prefix(network);
    int own = devices.known(deviceKey(network, client));
    if (own >= 0 && devices.invalid(own, deviceInvalid, now)) {
      probing.seen(prefix, slow.deviceInvalid());
    }
    int place = prefixes.known(prefixKey(prefix));
    if (place >= 0 && prefixes.invalid(place, prefixInvalid, now)) {
      probing.seen(prefix, slow.prefixInvalid());
    }
  }

  private long deviceKey(long network, long client) {
    return some(Scrambled.of(Scrambled.of(network ^ deviceSecret) + client));
  }

  private long prefixKey(long prefix) {
    return some(Scrambled.of(prefix ^ prefixSecret));
  }

  private static long some(long key) {
    return key == 0 ? 1 : key;
  }

  private void count(Outcome outcome) {
    outcomes[outcome.ordinal()].increment();
  }

  long counted(Outcome outcome) {
    return outcomes[outcome.ordinal()].sum();
  }

  int waiting() {
    return waiting.get();
  }

  Buckets devices() {
    return devices;
  }
}
