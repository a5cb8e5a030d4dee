package cn.zhenrong.scan;

import cn.zhenrong.problem.CannotStart;
import cn.zhenrong.redis.Installation;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The journal, the thresholds of the clone rules, and the numbers to watch.
@Configuration(proxyBeanMethods = false)
class ScanSetup {
  private static final Logger LOG = LoggerFactory.getLogger(ScanSetup.class);

  @Bean
  Journal scanJournal(
      ScanSettings settings, Installation installation, Clock clock, RandomGenerator random) {
    Path folder = settings.journalFolder().resolve(installation.name());
    HexFormat hex = HexFormat.of();
    try {
      return new Journal(
          folder,
          (long) settings.journalMegabytes() << 20,
          () -> hex.toHexDigits(clock.millis()) + "-" + hex.toHexDigits(random.nextLong()));
    } catch (IOException e) {
      throw new CannotStart(
          "Scans could not be kept while Redis is away: the folder " + folder + " cannot be used.",
          "Make it writable for the service, or set zhenrong.scan.journal-folder.");
    }
  }

  @Bean
  CloneRuleBook cloneRuleBook(ScanSettings settings) {
    String file = settings.cloneThresholds();
    if (file == null || file.isBlank()) {
      return new CloneRuleBook();
    }
    CloneRuleBook book = new CloneRuleBook(Path.of(file));
    LOG.info(
        "clone rules: own thresholds of {}",
        Arrays.stream(CloneRule.values()).filter(book::isOwn).toList());
    return book;
  }

  @Bean
  ScanMetrics scanMetrics(MeterRegistry registry, Journal journal, ScanStream stream) {
    ScanMetrics metrics = new ScanMetrics(registry);
    metrics.gauge("backlog", stream::backlog);
    metrics.gauge("journal.bytes", journal::bytes);
    return metrics;
  }
}
