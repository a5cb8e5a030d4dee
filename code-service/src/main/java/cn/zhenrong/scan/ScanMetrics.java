package cn.zhenrong.scan;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.LongSupplier;

/// What happens to scans, as numbers.
class ScanMetrics {
  private final MeterRegistry registry;
  private final Counter toStream;
  private final Counter toJournal;
  private final Counter refused;
  private final Counter applied;
  private final Counter repeated;
  private final Counter dead;

  ScanMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.toStream = accepted("stream");
    this.toJournal = accepted("journal");
    this.refused = registry.counter("zhenrong.scans.refused");
    this.applied = registry.counter("zhenrong.scans.applied");
    this.repeated = registry.counter("zhenrong.scans.repeated");
    this.dead = registry.counter("zhenrong.scans.dead");
  }

  private Counter accepted(String to) {
    return registry.counter("zhenrong.scans.accepted", "to", to);
  }

  /// Watches a number that goes up and down.
  void gauge(String name, LongSupplier value) {
    Gauge.builder("zhenrong.scans." + name, value, LongSupplier::getAsLong)
        // Nobody else holds the supplier; without this the number is gone at the next collection.
        .strongReference(true)
        .register(registry);
  }

  void toStream(int scans) {
    toStream.increment(scans);
  }

  void toJournal(int scans) {
    toJournal.increment(scans);
  }

  void refused(int scans) {
    refused.increment(scans);
  }

  void applied(int scans, int again) {
    applied.increment(scans);
    repeated.increment(again);
  }

  void dead() {
    dead.increment();
  }

  /// Scans that this instance applied since its start.
  long applied() {
    return (long) applied.count();
  }
}
