package cn.zhenrong.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.ServiceTest;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class LabsIT {
  private static final String PATH = "/api/v1/labs";

  @Autowired Makers makers;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private Api maker;
  private Api association;
  private String name;

  @BeforeEach
  void aName() {
    maker = makers.maker().api(port);
    association = makers.association().api(port);
    name = "试验机构 T" + System.nanoTime();
  }

  @Test
  void isKeptByTheAssociationAndReadByMakers() {
    Answer made = association.post(PATH, lab("2026-01-01", "2026-12-31"));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.json().at("/accreditations/0/certificate").asString())
        .isEqualTo("000000000077");
    assertThat(maker.get(PATH + "?limit=200").toString()).contains(name);
    assertThat(maker.post(PATH, lab("2026-01-01", "2026-12-31")).status()).isEqualTo(403);
    assertThat(makers.bench().api(port).get(PATH).status()).isEqualTo(403);
    name = name.replace(" ", "").toLowerCase(Locale.ROOT);
    assertThat(association.post(PATH, lab("2026-01-01", "2026-12-31")).problem())
        .isEqualTo("already-exists");
  }

  @ParameterizedTest
  @CsvSource({
    "CMA, 12345678901, 2026-01-01, 2026-12-31, accreditations[0].certificate lab.certificate",
    "CMA, 1234567890123, 2026-01-01, 2026-12-31, accreditations[0].certificate lab.certificate",
    "XYZ, 000000000077, 2026-01-01, 2026-12-31, accreditations[0].mark choice.unknown",
    "CNAS, L1, 2026-13-01, 2026-12-31, accreditations[0].validFrom report.date",
    "CNAS, L1, 2026-12-31, 2026-01-01, accreditations[0].validUntil lab.until",
  })
  void refusesWhatIsNoAccreditation(
      String mark, String certificate, String from, String until, String field) {
    Answer answer =
        association.post(
            PATH,
            """
            {'name':'%s','accreditations':[{'mark':'%s','certificate':'%s','validFrom':'%s',
             'validUntil':'%s'}]}
            """
                .formatted(name, mark, certificate, from, until));
    assertThat(answer.fields()).as(answer.toString()).containsExactly(field);
  }

  /// The report is of 2026-10-08.
  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 2026-10-08, PASS",
    "2026-10-08, 2026-12-31, PASS",
    "2026-01-01, 2026-10-07, REVIEW",
    "2026-10-09, 2026-12-31, REVIEW",
  })
  void asksAPersonWhereTheLaboratoryWasNotAccreditedOnTheDayOfIssue(
      String from, String until, String verdict) {
    association.post(PATH, lab(from, until));
    Answer batch = issueUnderTheLab();
    assertThat(batch.status()).as(batch.toString()).isEqualTo(201);
    assertThat(batch.text("verdict")).isEqualTo(verdict);
  }

  @Test
  void tellsOfAnUnknownLaboratoryAndGoesOn() {
    Answer batch = issueUnderTheLab();
    assertThat(batch.text("verdict")).isEqualTo("PASS");
    Answer report = maker.get(NewReports.PATH + "?limit=1");
    assertThat(report.json().at("/0/alarms/0/code").asString()).isEqualTo("lab-unknown");
    assertThat(report.json().at("/0/alarms/0/review").asBoolean(true)).isFalse();
  }

  @Test
  void opensTheGateOnceALapseIsLookedIntoOrTheRegisterIsPutRight() {
    String id = association.post(PATH, lab("2025-01-01", "2025-12-31")).text("id");
    assertThat(issueUnderTheLab().text("verdict")).isEqualTo("REVIEW");
    String report =
        NewReports.PATH
            + "/"
            + maker.get(NewReports.PATH + "?limit=1").json().at("/0/id").asString();
    Answer closed =
        association.post(report + "/alarms/lab-lapsed/closure", "{'reason':'证书换发期间，已核实'}");
    assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
    assertThat(maker.get(report).json().at("/alarms/0/open").asBoolean(true)).isFalse();

    String marks = PATH + "/" + id + "/accreditations";
    String bare = lab("2025-01-01", "2030-12-31").replaceFirst("'name':'[^']*',", "");
    String body = bare.replaceFirst("\\{", "{'reason':'换证',");
    assertThat(YarnIT.put(maker, marks, body)).isEqualTo(403);
    assertThat(YarnIT.put(association, marks, bare)).isEqualTo(422);
    assertThat(YarnIT.put(association, marks, body)).isEqualTo(200);
    assertThat(issueUnderTheLab().text("verdict")).isEqualTo("PASS");
    assertThat(
            jdbc.sql("SELECT words FROM audit WHERE subject = ? AND action = 'lab.accredit'")
                .param("lab/" + id)
                .query(String.class)
                .single())
        .isEqualTo("换证: CMA 000000000077 2025-01-01/2025-12-31");
  }

  private Answer issueUnderTheLab() {
    Papers papers = Papers.of(maker);
    NewReports body = NewReports.forNewStyle(maker);
    String report =
        maker
            .post(
                NewReports.PATH,
                body.with("styleId", "'" + papers.style() + "'")
                    .with("lab", "'" + name + "'")
                    .with("parts", NewReports.parts("94.6", "5.4"))
                    .json())
            .text("id");
    return maker.post(
        "/api/v1/batches", papers.application("compact", 1).replace(papers.report(), report));
  }

  private String lab(String from, String until) {
    return """
    {'name':'%s','accreditations':[{'mark':'CMA','certificate':'000000000077','validFrom':'%s',
     'validUntil':'%s'}]}
    """
        .formatted(name, from, until)
        .strip();
  }
}
