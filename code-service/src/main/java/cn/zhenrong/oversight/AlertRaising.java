package cn.zhenrong.oversight;

import cn.zhenrong.party.Ids;
import cn.zhenrong.party.Rows;
import cn.zhenrong.scan.CloneRule;
import cn.zhenrong.scan.CloneRuleBook;
import cn.zhenrong.scan.ProbingSeen;
import cn.zhenrong.scan.SignalsKept;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Gathers what the rules saw into alerts, one a cause: ten thousand hits of one rule on one batch
/// are one thing for a person to look at.
@Component
class AlertRaising {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final AlertMapper mapper;
  private final CloneRuleBook book;
  private final Ids ids;
  private final Clock clock;

  AlertRaising(AlertMapper mapper, CloneRuleBook book, Ids ids, Clock clock) {
    this.mapper = mapper;
    this.book = book;
    this.ids = ids;
    this.clock = clock;
  }

  /// Runs in the transaction that counts, so that no alert is lost or doubled.
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void seen(SignalsKept event) {
    for (SignalsKept.Group group : event.groups()) {
      raise(
          AlertRow.open(
              ids.next(),
              group.rule(),
              "batch/" + group.batch(),
              group.batch().value(),
              group.firstAt(),
              group.lastAt(),
              group.hits(),
              group.fresh(),
              group.provinces(),
              group.samples().stream().map(String::valueOf).collect(Collectors.joining(","))));
    }
  }

  @EventListener
  @Transactional
  void seen(ProbingSeen event) {
    boolean isMuch =
        book.thresholds(CloneRule.PROBING).stream()
            .anyMatch(line -> event.invalid() >= line.count());
    if (isMuch) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      String cause = "network/" + event.prefixKey();
      raise(
          AlertRow.open(
              ids.next(),
              CloneRule.PROBING,
              cause,
              null,
              event.since(),
              now,
              event.invalid(),
              0,
              0,
              ""));
    }
  }

  /// A closed alert is not opened again by codes that were known when it was closed.
  private void raise(AlertRow row) {
    if (mapper.add(row) == 0) {
      if (row.batchId() != null && row.codes() == 0) {
        return;
      }
      try {
        Rows.one(mapper.insert(row));
      } catch (DuplicateKeyException e) {
        // Another instance was faster.
        Rows.one(mapper.add(row));
      }
    }
    Long alert = mapper.open(row.rule(), row.cause());
    if (alert == null) {
      throw new IllegalStateException("an alert was closed while it was locked");
    }
    mapper.addDay(alert, row.lastAt().atZone(CHINA).toLocalDate(), row.hits(), row.codes());
  }
}
