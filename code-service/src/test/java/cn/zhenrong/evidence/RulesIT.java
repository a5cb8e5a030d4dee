package cn.zhenrong.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.ServiceTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The rules as anybody may read them, and used by name.
@ServiceTest
class RulesIT {
  @Autowired Makers makers;
  @LocalServerPort int port;

  @Test
  void anybodyReadsEveryRuleAsJson() {
    Answer answer = new Api(port, "").get("/api/v1/rule-sets");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.header("Set-Cookie")).isEmpty();
    JsonNode sets = answer.json().path("ruleSets");
    assertThat(sets.findValuesAsString("market")).containsExactly("CN", "EU", "US", "JP");
    JsonNode china = sets.get(0);
    assertThat(china.path("name").asString()).isEqualTo("GB/T 29862-2013");
    assertThat(china.path("inForce").asBoolean()).isTrue();
    assertThat(china.path("inForceFrom").asString()).isEqualTo("2014-05-01");
    assertThat(china.path("inForceUntil").isNull()).isTrue();
    assertThat(china.path("rules").findValuesAsString("id")).contains("T2", "T14", "P1", "V0");
    JsonNode t11 = rule(china, "T11");
    assertThat(t11.path("confidence").asString()).isEqualTo("memory");
    assertThat(t11.path("clause").asString()).isEqualTo("7.2");
    assertThat(t11.at("/words/zh").asString()).contains("疑似羊毛");
    assertThat(t11.at("/numbers/0/text").asString()).isEqualTo("≤5");
    assertThat(t11.at("/source/en").asString()).isNotBlank();
    assertThat(answer.json().path("methods").findValuesAsString("number"))
        .contains("GB/T 16988", "GB/T 2910");
  }

  @ParameterizedTest
  @CsvSource({
    "/rules, 判定规则",
    "/rules?lang=en, How well a rule is known",
    "/rules/gbt-29862-2013, 第 7 章的注",
    "/rules/eu-1007-2011?lang=en, Art. 20(3)",
    "/rules/us-16-cfr-300, 15 USC 68b(a)(6)",
    "/rules/jp-textile-labelling, 整数倍",
  })
  void anybodyReadsThemAsPages(String path, String words) {
    Answer answer = new Api(port, "").get(path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.header("Content-Security-Policy")).contains("style-src 'sha256-");
    assertThat(answer.header("Set-Cookie")).isEmpty();
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains(words);
  }

  @Test
  void aRuleSetNobodyHasIsNoPage() {
    Answer answer = new Api(port, "").get("/rules/gbt-1");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EU 1007/2011 | ,'spinning':'carded' | 95.5 | 4.5 | PASS",
        "EU 1007/2011 | ,'spinning':'combed' | 95.5 | 4.5 | FAIL",
        "EU 1007/2011 | '' | 95.5 | 4.5 | REVIEW",
        "US 16 CFR 300 | '' | 100 | 0 | INCONCLUSIVE",
        "JP Textile Labelling | '' | 97 | 3 | PASS",
        "JP Textile Labelling | '' | 96.9 | 3.1 | FAIL",
        "GB/T 29862-2013 | ,'standard':'FZ/T 73009-2021' | 95 | 5 | PASS",
        "GB/T 29862-2013 | ,'standard':'FZ/T 73018-2021','ageGroup':'infant' | 95 | 5 | FAIL",
      })
  void aCheckNamesItsRuleSet(
      String set, String goods, String cashmere, String wool, String verdict) {
    Answer answer =
        makers.bench().api(port).post("/api/v1/conformity", question(set, goods, cashmere, wool));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.text("verdict")).as(answer.toString()).isEqualTo(verdict);
    assertThat(answer.text("ruleSet")).isEqualTo(set);
  }

  @Test
  void aCheckTellsWhatIsWrongWithTheGoods() {
    Answer answer =
        makers
            .bench()
            .api(port)
            .post(
                "/api/v1/conformity",
                question("EU 1007/2011", ",'spinning':'ring','ageGroup':'old'", "100", "0"));
    assertThat(answer.fields())
        .containsExactly("label.spinning spinning.unknown", "label.ageGroup age-group.unknown");
  }

  private static String question(String set, String goods, String cashmere, String wool) {
    return """
    {'ruleSet':'%s','label':{'parts':[{'fibres':[{'fibre':'山羊绒','percent':'100'}]}]%s},
     'report':{'method':'GB/T 16988-2013','basis':'official-regain','parts':%s}}
    """
        .formatted(set, goods, NewReports.parts(cashmere, wool));
  }

  private static JsonNode rule(JsonNode set, String id) {
    for (JsonNode rule : set.path("rules")) {
      if (rule.path("id").asString().equals(id)) {
        return rule;
      }
    }
    throw new AssertionError("no rule " + id);
  }
}
