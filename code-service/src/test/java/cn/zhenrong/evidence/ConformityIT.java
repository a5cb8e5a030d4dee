package cn.zhenrong.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class ConformityIT {
  private static final String PATH = "/api/v1/conformity";

  @Autowired Makers makers;
  @LocalServerPort int port;

  private Api bench;

  @BeforeEach
  void somebody() {
    bench = makers.bench().api(port);
  }

  @ParameterizedTest
  @CsvSource({
    "95, 5, 95.0, 5.0, PASS",
    "95, 5, 92.0, 8.0, PASS",
    "95, 5, 91.9, 8.1, FAIL",
    "70, 30, 75.0, 25.0, PASS",
    "70, 30, 75.1, 24.9, FAIL"
  })
  void judgesALabelAgainstAReport(
      String cashmere, String wool, String measured, String rest, String verdict) {
    Answer answer = bench.post(PATH, question(parts(cashmere, wool), parts(measured, rest)));

    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.text("verdict")).isEqualTo(verdict);
    assertThat(answer.json().at("/parts/0/part").asString()).isEqualTo("大身");
    assertThat(answer.json().at("/parts/0/findings/0/words/zh").asString()).isNotBlank();
  }

  /// Whoever has a report as it was registered need not take it apart first.
  @Test
  void takesALabelAndAReportAsTheyWereRegistered() {
    String body =
        question(parts("95", "5"), parts("95.0", "5.0"))
            .replaceFirst("'report':\\{", "'report':{'number':'R-1','coversQuantity':500,");
    assertThat(body).contains("'number'");
    Answer answer = bench.post(PATH, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.text("verdict")).isEqualTo("PASS");
  }

  @Test
  void findsATradeNameOnALabelAFailure() {
    String label = "[{'fibres':[{'fibre':'天丝','percent':'100'}]}]";
    String report = "[{'fibres':[{'fibre':'莱赛尔纤维','percent':'100'}]}]";
    Answer answer = bench.post(PATH, question(label, report));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.text("verdict")).isEqualTo("FAIL");
    assertThat(answer.toString()).contains("\"G2\"");
  }

  @Test
  void tellsEachInputErrorByItsPath() {
    Answer answer = bench.post(PATH, question(parts("95", "6"), parts("95", "5")));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.fields()).contains("label.parts[0].fibres composition.sum");
    assertThat(bench.post(PATH, "{'ruleSet':'GB/T 0'}").status()).isEqualTo(422);
    assertThat(bench.post(PATH, "{}").status()).isEqualTo(422);
    assertThat(bench.post(PATH, "[]").status()).isIn(400, 422);
    assertThat(bench.post(PATH, "null").status()).isEqualTo(400);
    assertThat(bench.post(PATH, "{'label':{'parts':[null]}}").status()).isEqualTo(422);
  }

  @Test
  void refusesTwentyOneParts() {
    StringBuilder parts = new StringBuilder();
    for (int i = 0; i < 21; i++) {
      parts
          .append(i == 0 ? "[" : ",")
          .append("{'part':'部位")
          .append((char) ('甲' + i))
          .append("','fibres':[{'fibre':'棉','percent':'100'}]}");
    }
    Answer answer = bench.post(PATH, question(parts + "]", parts("95", "5")));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.fields()).contains("label.parts composition.too-many-parts");
  }

  @Test
  void refusesPercentsThatWentThroughAFloat() {
    String label = "[{'fibres':[{'fibre':'棉','percent':100}]}]";
    Answer answer = bench.post(PATH, question(label, parts("95", "5")));
    assertThat(answer.fields()).containsExactly("label.parts[0].fibres[0].percent json.not-text");
    String digits = "[{'fibres':[{'fibre':'棉','percent':'" + "1".repeat(30) + "'}]}]";
    assertThat(bench.post(PATH, question(digits, parts("95", "5"))).status()).isEqualTo(422);
  }

  @Test
  void refusesMoreThan64KilobytesAndDeepJson() {
    String large = "{'x':'" + "a".repeat(64 * 1024) + "'}";
    assertThat(bench.post(PATH, large).status()).isEqualTo(413);
    String deep = "{'x':" + "[".repeat(500) + "]".repeat(500) + "}";
    assertThat(bench.post(PATH, deep).status()).isEqualTo(400);
  }

  @Test
  void isForThoseWhoAreSignedIn() {
    assertThat(new Api(port, "").post(PATH, question(parts("95", "5"), parts("95", "5"))).status())
        .isEqualTo(401);
  }

  private static String parts(String cashmere, String wool) {
    return NewReports.parts(cashmere, wool);
  }

  private static String question(String label, String report) {
    return "{'ruleSet':'GB/T 29862-2013','label':{'parts':"
        + label
        + "},'report':{'method':'GB/T 16988-2013','basis':'official-regain','parts':"
        + report
        + "}}";
  }
}
