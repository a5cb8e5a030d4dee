package cn.zhenrong.evidence;

import cn.zhenrong.party.Rows;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Finds what makes a report look used before, and remembers it. Age is not remembered: it is seen
/// again each day.
@Component
class Alarms {
  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

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

  /// Looks at all other reports, writes down what is new and gives every alarm of this one.
  List<Alarm> raise(Report report) {
    Map<AlarmKind, Alarm> known = stored(report);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    for (AlarmKind kind : sightings(report, Long.MAX_VALUE).kinds()) {
      if (known.putIfAbsent(kind, new Alarm(kind, true)) == null) {
        Rows.one(mapper.insertAlarm(report.id().value(), kind.code(), now));
      }
    }
    return withAge(known, report);
  }

  /// Every alarm of a report at this moment. Two reports entered at the same instant do not see
  /// each other, so the later one is looked at once more.
  List<Alarm> now(Report report) {
    Map<AlarmKind, Alarm> known = stored(report);
    sightings(report, report.id().value())
        .kinds()
        .forEach(kind -> known.putIfAbsent(kind, new Alarm(kind, true)));
    return withAge(known, report);
  }

  /// The remembered alarms of several reports, and their age.
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
                report ->
                    withAge(byKind(rows.getOrDefault(report.id().value(), List.of())), report)));
  }

  private Sightings sightings(Report report, long before) {
    Marks marks = Marks.of(report.number(), report.lab(), report.measured());
    return mapper.sightings(report.id().value(), before, marks, report.fileDigest());
  }

  private Map<AlarmKind, Alarm> stored(Report report) {
    return byKind(mapper.alarms(List.of(report.id().value())));
  }

  private static Map<AlarmKind, Alarm> byKind(List<AlarmRow> rows) {
    Map<AlarmKind, Alarm> alarms = new EnumMap<>(AlarmKind.class);
    rows.stream().map(AlarmRow::alarm).forEach(alarm -> alarms.put(alarm.kind(), alarm));
    return alarms;
  }

  private List<Alarm> withAge(Map<AlarmKind, Alarm> alarms, Report report) {
    List<Alarm> all = new ArrayList<>(alarms.values());
    if (report.issuedOn().plusYears(1).isBefore(today())) {
      all.add(new Alarm(AlarmKind.OLD, true));
    }
    return List.copyOf(all);
  }
}
