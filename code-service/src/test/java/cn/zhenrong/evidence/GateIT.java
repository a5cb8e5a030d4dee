package cn.zhenrong.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.product.Label;
import cn.zhenrong.product.LabelId;
import cn.zhenrong.product.Labels;
import cn.zhenrong.product.Style;
import cn.zhenrong.product.StyleId;
import cn.zhenrong.product.Styles;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.ServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class GateIT {
  @Autowired Makers makers;
  @Autowired Styles styles;
  @Autowired Labels labels;
  @Autowired Reports reports;
  @Autowired Gate gate;
  @LocalServerPort int port;

  private Api maker;
  private NewReports bodies;
  private Style style;
  private Label label;

  @BeforeEach
  void aLabel() {
    maker = makers.maker().api(port);
    bodies = pure(NewReports.forNewStyle(maker));
    style = styles.find(new StyleId(Long.parseLong(bodies.styleId()))).orElseThrow();
    label = label(bodies.styleId());
  }

  @Test
  void opensForAReportThatSupportsTheLabel() {
    Decision decision = gate.decide(style, label, report(bodies));
    assertThat(decision.verdict()).isEqualTo("PASS");
    assertThat(decision.ruleSet()).isEqualTo("GB/T 29862-2013");
    assertThat(decision.edition()).isEqualTo("2013");
    assertThat(decision.json()).containsEntry("verdict", "PASS").containsKey("parts");
    assertThat(rules(decision)).isEmpty();
  }

  @Test
  void staysShutWhereTheNumbersFail() {
    Report report = report(bodies.with("parts", NewReports.parts("94.9", "5.1")));
    Decision decision = gate.decide(style, label, report);
    assertThat(decision.verdict()).isEqualTo("FAIL");
    assertThat(decision.json()).containsEntry("verdict", "FAIL");
  }

  @Test
  void takesAReportOfAnotherStyleOrPartyForNone() {
    NewReports second = pure(NewReports.forNewStyle(maker));
    Decision otherStyle = gate.decide(style, label, report(second));
    assertThat(otherStyle.verdict()).isEqualTo("INCONCLUSIVE");
    assertThat(rules(otherStyle)).containsExactly("V0");

    Api other = makers.maker().api(port);
    Decision otherParty =
        gate.decide(style, label, report(other, pure(NewReports.forNewStyle(other))));
    assertThat(otherParty.verdict()).isEqualTo("INCONCLUSIVE");
    assertThat(rules(otherParty)).containsExactly("V0", "V0");

    Decision otherLabel = gate.decide(style, label(second.styleId()), report(bodies));
    assertThat(rules(otherLabel)).containsExactly("V0");
  }

  @Test
  void takesAWithdrawnReportForNone() {
    Report report = report(bodies);
    makers
        .association()
        .api(port)
        .post(NewReports.PATH + "/" + report.id() + "/withdrawal", "{'reason':'撤回'}");
    Decision decision = gate.decide(style, label, reports.find(report.id()).orElseThrow());
    assertThat(decision.verdict()).isEqualTo("INCONCLUSIVE");
    assertThat(rules(decision)).containsExactly("V0");
  }

  @Test
  void asksAPersonWhereAReportLooksUsedBeforeUntilTheAlarmIsClosed() {
    report(bodies);
    NewReports again =
        pure(NewReports.forNewStyle(maker)).with("number", "'" + bodies.number() + "'");
    Report report = report(again);
    Style second = styles.find(report.style()).orElseThrow();
    Label declared = label(again.styleId());

    Decision decision = gate.decide(second, declared, report);
    assertThat(decision.verdict()).isEqualTo("REVIEW");
    assertThat(rules(decision)).containsExactly("E1");

    makers
        .association()
        .api(port)
        .post(
            NewReports.PATH + "/" + report.id() + "/alarms/number-reused/closure",
            "{'reason':'已核实'}");
    assertThat(gate.decide(second, declared, report).verdict()).isEqualTo("PASS");
  }

  @Test
  void asksAPersonWhereAReportIsOld() {
    Report report = report(bodies.with("issuedOn", "'2020-01-01'"));
    Decision decision = gate.decide(style, label, report);
    assertThat(decision.verdict()).isEqualTo("REVIEW");
    assertThat(rules(decision)).containsExactly("E2");
  }

  @Test
  void doesNotLetAnAlarmSoftenAFailure() {
    Report report =
        report(
            bodies.with("issuedOn", "'2020-01-01'").with("parts", NewReports.parts("94.9", "5.1")));
    assertThat(gate.decide(style, label, report).verdict()).isEqualTo("FAIL");
  }

  private static NewReports pure(NewReports report) {
    return report.with("parts", "[{'part':'大身','fibres':[{'fibre':'山羊绒','percent':'100'}]}]");
  }

  private Report report(NewReports body) {
    return report(maker, body);
  }

  private Report report(Api by, NewReports body) {
    String id = by.post(NewReports.PATH, body.json()).text("id");
    return reports.find(new ReportId(Long.parseLong(id))).orElseThrow();
  }

  private Label label(String styleId) {
    String id =
        maker.post("/api/v1/styles/" + styleId + "/labels", "{'text':'100%山羊绒'}").text("id");
    return labels.find(new LabelId(Long.parseLong(id))).orElseThrow();
  }

  private static List<Object> rules(Decision decision) {
    return ((List<?>) decision.json().getOrDefault("findings", List.of()))
        .stream()
            .map(finding -> ((Map<?, ?>) finding).get("rule"))
            .map(Object.class::cast)
            .toList();
  }
}
