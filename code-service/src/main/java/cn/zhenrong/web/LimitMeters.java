package cn.zhenrong.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// The limits as metrics; `docs/operations.md` lists them.
@Component
class LimitMeters implements MeterBinder {
  private final Admission admission;
  private final Leases leases;
  private final long start = System.nanoTime();

  LimitMeters(Admission admission, Leases leases) {
    this.admission = admission;
    this.leases = leases;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Admission.Outcome outcome : Admission.Outcome.values()) {
      FunctionCounter.builder("zhenrong.limits.requests", admission, all -> all.counted(outcome))
          .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
    Gauge.builder("zhenrong.limits.waiting", admission, Admission::waiting).register(registry);
    FunctionCounter.builder("zhenrong.limits.leased", leases, Leases::leased)
        .baseUnit("tokens")
        .register(registry);
    FunctionCounter.builder("zhenrong.limits.leases.failed", leases, Leases::failed)
        .register(registry);
    table("prefix", leases.buckets(), registry);
    table("device", admission.devices(), registry);
  }

  private void table(String name, Buckets buckets, MeterRegistry registry) {
    Gauge.builder("zhenrong.limits.buckets", buckets, all -> all.inUse(System.nanoTime() - start))
        .tag("table", name)
        .register(registry);
    Gauge.builder("zhenrong.limits.places", buckets, Buckets::places)
        .tag("table", name)
        .register(registry);
  }
}
