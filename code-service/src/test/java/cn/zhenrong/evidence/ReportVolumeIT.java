package cn.zhenrong.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.party.Caller;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.ServiceTest;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.reflection.MetaObject;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSessionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/// What one more report costs in a full store. The plans are checked always; how long it takes with
/// a hundred thousand reports is told by `-Dzhenrong.reports=100000`, which nobody's build waits
/// for.
@ServiceTest
class ReportVolumeIT {
  private static final int FEW = 4_000;
  private static final int LABS = 12;
  private static final String MAPPER = "cn.zhenrong.evidence.ReportMapper.";

  @Autowired Makers makers;
  @Autowired Reports reports;
  @Autowired JdbcTemplate jdbc;
  @Autowired SqlSessionFactory sessions;
  @Autowired JsonMapper json;
  @Autowired Clock clock;
  @LocalServerPort int port;

  private final int many = Integer.getInteger("zhenrong.reports", FEW);
  private Member member;

  /// Rows older than any real one, so that no list of another test meets them.
  private void fill() {
    empty();
    Random random = new Random(7);
    List<Object[]> rows = new ArrayList<>();
    for (int id = 1; id <= many; id++) {
      rows.add(row(id, random));
      if (rows.size() == 1000 || id == many) {
        jdbc.batchUpdate(
            """
            INSERT INTO report (id, party_id, style_id, number, lab, number_key, lab_key,
              results_digest, issued_on, method, basis, sampling, parts, covers_quantity,
              used_quantity, status, file_digest, attached_at, entered_by, created_at)
            VALUES (?, ?, ?, ?, 'V', ?, ?, ?, ?, 'GB/T 16988-2013', 'official-regain', 'SUBMITTED',
              '[]', 5000, 0, 'VALID', ?, ?, 1, ?)
            """,
            rows);
        rows.clear();
      }
    }
    for (int id = 20; id <= many; id += 20) {
      rows.add(new Object[] {id, id - 1, now()});
    }
    jdbc.batchUpdate(
        "INSERT INTO report_alarm (report_id, code, other_id, raised_at) VALUES (?, 'number-reused', ?, ?)",
        rows);
    jdbc.execute("ANALYZE TABLE report, report_alarm");
  }

  @BeforeEach
  void aMaker() {
    member = makers.maker();
  }

  @AfterEach
  void empty() {
    jdbc.update("DELETE FROM report_alarm WHERE report_id <= 1000000");
    jdbc.update("DELETE FROM report WHERE id <= 1000000");
  }

  @Test
  void looksForReuseByIndexAlone() {
    NewReport body = body();
    fill();
    Report report = reports.record(member.caller(), body);
    LocalDate from = report.issuedOn().minusDays(92);
    LocalDate to = report.issuedOn().plusDays(92);
    String file = "f".repeat(64);
    Report attached =
        new Report(
            report.id(),
            report.party(),
            report.style(),
            report.number(),
            report.lab(),
            report.issuedOn(),
            null,
            report.method(),
            report.basis(),
            report.sampling(),
            report.sample(),
            report.measured(),
            1,
            0,
            report.status(),
            file,
            clock.instant(),
            null,
            report.enteredBy(),
            report.createdAt());
    for (boolean telling : List.of(true, false)) {
      Marks marks = new Marks("N5", "L5", "5".repeat(64), telling);
      noScan("sightings", Map.of("report", attached, "marks", marks, "from", from, "to", to));
    }
    noScan("alarms", Map.of("reports", List.of(report.id().value(), 5L)));
    noScan("openAlarms", Map.of("report", 20L, "code", "number-reused"));
    Map<String, @Nullable Object> backs = new HashMap<>();
    backs.put("id", 20L);
    backs.put("today", LocalDate.ofInstant(clock.instant(), Alarms.CHINA));
    backs.put("since", null);
    noScan("backs", backs);
  }

  /// In the large run the printed times count; in every run, that none of so many was taken for
  /// another.
  @Test
  void tellsHowLongOneMoreTakes() {
    List<NewReport> bodies = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      bodies.add(body());
    }
    fill();
    Caller caller = member.caller();
    long[] nanos = new long[bodies.size()];
    Set<ReportId> ids = new HashSet<>();
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      Report report = reports.record(caller, bodies.get(i));
      nanos[i] = System.nanoTime() - start;
      ids.add(report.id());
    }
    long[] warm = Arrays.copyOfRange(nanos, 50, nanos.length);
    Arrays.sort(warm);
    System.out.println(
        "one more report among "
            + many
            + ": median "
            + warm[warm.length / 2] / 1000
            + " us, 95 of 100 within "
            + warm[warm.length * 95 / 100] / 1000
            + " us");
    assertThat(ids).hasSize(bodies.size()).allMatch(id -> reports.find(id).isPresent());
  }

  private NewReport body() {
    String body = NewReports.forNewStyle(member.api(port)).json().replace('\'', '"');
    return json.readValue(body, NewReport.class);
  }

  /// Reads the plan of the very statement the mapper sends.
  private void noScan(String statement, Map<String, ? extends @Nullable Object> values) {
    Configuration configuration = sessions.getConfiguration();
    BoundSql sql = configuration.getMappedStatement(MAPPER + statement).getBoundSql(values);
    MetaObject read = configuration.newMetaObject(values);
    List<@Nullable Object> parameters = new ArrayList<>();
    for (ParameterMapping mapping : sql.getParameterMappings()) {
      String property = mapping.getProperty();
      parameters.add(
          sql.hasAdditionalParameter(property)
              ? sql.getAdditionalParameter(property)
              : read.getValue(property));
    }
    List<Map<String, @Nullable Object>> plan =
        jdbc.queryForList("EXPLAIN " + sql.getSql(), parameters.toArray());
    if (many > FEW) {
      System.out.println(statement);
      plan.forEach(step -> System.out.println("  " + step));
    }
    assertThat(plan).as(statement).isNotEmpty();
    for (Map<String, @Nullable Object> step : plan) {
      String table = String.valueOf(step.get("table"));
      if (!table.startsWith("<") && !List.of("l", "c").contains(table)) {
        assertThat(String.valueOf(step.get("type")))
            .as("%s %s", statement, step)
            .isNotIn("ALL", "index");
        assertThat(Long.parseLong(String.valueOf(step.get("rows")).replace("null", "0")))
            .as("%s %s", statement, step)
            .isLessThan(many / 4);
      }
    }
  }

  private Object[] row(int id, Random random) {
    return new Object[] {
      id,
      1 + random.nextInt(2000),
      id,
      "N" + id,
      "N" + id,
      "L" + random.nextInt(LABS),
      random.nextInt(3) == 0 ? null : hex(random.nextInt(many)),
      Date.valueOf(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300))),
      random.nextInt(3) == 0 ? null : hex(many + id),
      now(),
      now()
    };
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static String hex(int number) {
    String tail = Integer.toHexString(number);
    return "0".repeat(64 - tail.length()) + tail;
  }
}
