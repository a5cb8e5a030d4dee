package cn.zhenrong.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.product.Label;
import cn.zhenrong.product.LabelId;
import cn.zhenrong.product.Labels;
import cn.zhenrong.product.Style;
import cn.zhenrong.product.StyleId;
import cn.zhenrong.product.Styles;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.ServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A style names where it is sold, and the gate asks the rules of each.
@ServiceTest
class MarketsIT {
  private static final String PURE = "{'fibre':'山羊绒','percent':'100'}";
  private static final String MIXED =
      "{'fibre':'山羊绒','percent':'95.5'},{'fibre':'绵羊毛','percent':'4.5'}";
  private static final String FINE = ",'diameter':{'mean':'15.8','over30':'0.4','cv':'21'}";

  @Autowired Makers makers;
  @Autowired Styles styles;
  @Autowired Labels labels;
  @Autowired Reports reports;
  @Autowired Gate gate;
  @LocalServerPort int port;

  private Api maker;

  @BeforeEach
  void aMaker() {
    maker = makers.maker().api(port);
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'CN' | null | MIXED | PASS | PASS",
        "'CN','EU' | 'carded' | MIXED | PASS | PASS,PASS",
        "'CN','EU' | null | MIXED | REVIEW | PASS,REVIEW",
        "'CN','EU' | 'combed' | MIXED | FAIL | PASS,FAIL",
        "'CN','JP' | null | MIXED | FAIL | PASS,FAIL",
        "'CN','US' | null | PURE | INCONCLUSIVE | PASS,INCONCLUSIVE",
        "'CN','EU','US','JP' | null | FINE | PASS | PASS,PASS,PASS,PASS",
        "'CN','EU','US','JP' | 'combed' | MIXED | FAIL | PASS,FAIL,INCONCLUSIVE,FAIL",
      })
  void theWorstMarketDecides(
      String markets, String spinning, String measured, String verdict, String each) {
    Decision decision = decide(markets, spinning, measured);
    assertThat(decision.verdict()).isEqualTo(verdict);
    assertThat(decision.json()).containsEntry("verdict", verdict);
    assertThat(markets(decision).stream().map(m -> m.get("verdict")).toList())
        .isEqualTo(List.of((Object[]) each.split(",")));
  }

  @Test
  void eachMarketKeepsItsRuleSetAndEditionAndTheChineseOneIsShown() {
    Decision decision = decide("'EU','CN'", "'combed'", "MIXED");
    assertThat(markets(decision))
        .extracting(m -> m.get("market"), m -> m.get("ruleSet"), m -> m.get("edition"))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("CN", "GB/T 29862-2013", "2013"),
            org.assertj.core.groups.Tuple.tuple("EU", "EU 1007/2011", "2011"));
    assertThat(decision.ruleSet()).isEqualTo("GB/T 29862-2013");
    assertThat(String.valueOf(decision.json().get("parts"))).contains("verdict=PASS", "rule=T2");
    assertThat(String.valueOf(markets(decision).get(1).get("parts"))).contains("verdict=FAIL");
  }

  @Test
  void withoutChinaTheFirstMarketIsShown() {
    Decision decision = decide("'JP','EU'", "'carded'", "PURE");
    assertThat(decision.ruleSet()).isEqualTo("EU 1007/2011");
    assertThat(decision.edition()).isEqualTo("2011");
    assertThat(decision.verdict()).isEqualTo("PASS");
  }

  private Decision decide(String markets, String spinning, String measured) {
    String number = "M" + System.nanoTime();
    Answer made =
        maker.post(
            "/api/v1/styles",
            "{'styleNo':'%s','name':'衫','markets':[%s],'spinning':%s}"
                .formatted(number, markets, spinning));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    String fibres = measured.equals("MIXED") ? MIXED : PURE;
    String facts = measured.equals("FINE") ? FINE : "";
    Answer recorded =
        maker.post(
            NewReports.PATH,
            """
            {'number':'R-%s','lab':'江南试验检测中心','issuedOn':'2026-10-08',
             'method':'GB/T 16988-2013','basis':'official-regain','sampling':'submitted',
             'styleId':'%s','coversQuantity':50,'parts':[{'part':'大身','fibres':[%s]%s}]}
            """
                .formatted(number, made.text("id"), fibres, facts));
    assertThat(recorded.status()).as(recorded.toString()).isEqualTo(201);
    Style style = styles.find(new StyleId(Long.parseLong(made.text("id")))).orElseThrow();
    return gate.decide(style, label(made.text("id")), report(recorded.text("id")));
  }

  private Report report(String id) {
    return reports.find(new ReportId(Long.parseLong(id))).orElseThrow();
  }

  private Label label(String style) {
    String id = maker.post("/api/v1/styles/" + style + "/labels", "{'text':'100%山羊绒'}").text("id");
    return labels.find(new LabelId(Long.parseLong(id))).orElseThrow();
  }

  private static List<Map<?, ?>> markets(Decision decision) {
    return ((List<?>) decision.json().getOrDefault("markets", List.of()))
        .stream().<Map<?, ?>>map(market -> (Map<?, ?>) market).toList();
  }
}
