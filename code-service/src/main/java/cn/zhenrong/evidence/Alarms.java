package cn.zhenrong.evidence;

import cn.zhenrong.party.Rows;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// Finds what makes a report look used before, and remembers it, one alarm for each other record.
/// Age and laboratory are not remembered: they are seen again each day.
///
/// Only what came later is alarmed. Otherwise anybody could stop another maker's goods by entering
/// that maker's number.
@Component
class Alarms {
  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /// Days between two reports whose results are not telling by themselves.
  private static final int SEASON = 92;

  private final ReportMapper mapper;
  private final Clock clock;

  Alarms(ReportMapper mapper, Clock clock) {
    this.mapper = mapper;
    this.clock = clock;
  }

  /// Today where reports are issued.
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CHINA);
  }

  /// Looks at all earlier reports and writes down what is new.
  void raise(Report report) {
    keep(unseen(report));
  }

  /// Writes down what the report itself gives away.
  void raise(Report report, Collection<AlarmKind> kinds) {
    keep(kinds.stream().map(kind -> AlarmRow.of(report.id(), kind)).toList());
  }

  /// Every alarm of a report at this moment. Two reports entered at the same instant do not see
  /// each other, so the later one is looked at once more.
  List<Alarm> now(Report report) {
    List<AlarmRow> rows = new ArrayList<>(mapper.alarms(List.of(report.id().value())));
    rows.addAll(unseen(report));
    return alarms(rows, report);
  }

  /// The remembered alarms of several reports, and those of age and laboratory.
  Map<ReportId, List<Alarm>> of(List<Report> reports) {
    if (reports.isEmpty()) {
      return Map.of();
    }
    Map<Long, List<AlarmRow>> rows =
        mapper.alarms(reports.stream().map(report -> report.id().value()).toList()).stream()
            .collect(Collectors.groupingBy(AlarmRow::reportId));
    return reports.stream()
        .collect(
            Collectors.toMap(
                Report::id,
                report -> alarms(rows.getOrDefault(report.id().value(), List.of()), report)));
  }

  /// Writes alarms down; one that somebody else wrote down a moment ago is down.
  void keep(List<AlarmRow> rows) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    for (AlarmRow row : rows) {
      try {
        Rows.one(mapper.insertAlarm(row, now));
      } catch (DuplicateKeyException e) {
        continue;
      }
    }
  }

  private List<AlarmRow> unseen(Report report) {
    return mapper.sightings(
        report,
        Marks.of(report.number(), report.lab(), report.measured()),
        report.issuedOn().minusDays(SEASON),
        report.issuedOn().plusDays(SEASON));
  }

  private List<Alarm> alarms(List<AlarmRow> rows, Report report) {
    List<Alarm> all = new ArrayList<>();
    rows.stream().map(AlarmRow::alarm).forEach(all::add);
    if (report.issuedOn().plusYears(1).isBefore(today())) {
      all.add(new Alarm(AlarmKind.OLD, true, null));
    }
    return List.copyOf(all);
  }
}
