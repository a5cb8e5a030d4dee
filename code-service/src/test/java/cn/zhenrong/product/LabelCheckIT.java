package cn.zhenrong.product;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.party.Role;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What a label still lacks.
@ServiceTest
class LabelCheckIT {
  private static final String PATH = "/api/v1/styles";
  private static final String CARE = "['wash-hand','bleach-no','dry-flat','iron-110','dryclean-p']";

  @Autowired Makers makers;
  @LocalServerPort int port;

  private Member member;
  private Api maker;

  @BeforeEach
  void aMaker() {
    member = makers.maker();
    maker = member.api(port);
  }

  @Test
  void tellsEveryItemThatIsMissing() {
    String id = style("");
    Answer answer = maker.get(PATH + "/" + id + "/label-check");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    Map<String, String> items = items(answer);
    assertThat(items)
        .containsEntry("maker", "present")
        .containsEntry("product-name", "present")
        .containsEntry("size", "missing")
        .containsEntry("composition", "missing")
        .containsEntry("care", "missing")
        .containsEntry("standard", "missing")
        .containsEntry("safety-class", "missing")
        .containsEntry("infant-class", "not-applicable")
        .containsEntry("storage", "missing")
        .containsEntry("durable-label", "missing")
        .hasSize(10);
    assertThat(answer.json().path("missing").asInt()).isEqualTo(7);
    JsonNode care = item(answer, "care");
    assertThat(care.at("/words/zh").asString()).startsWith("缺少维护方法：请为水洗");
    assertThat(care.path("standard").asString()).isEqualTo("GB/T 8685");
    assertThat(care.path("durable").asBoolean()).isTrue();
    assertThat(answer.json().path("scope")).isEmpty();
  }

  @Test
  void isCompleteOnceEverythingIsThere() {
    String id =
        style(
            ",'standard':'FZ/T 73009-2021','safetyClass':'B','storage':'悬挂存放，注意防蛀','care':"
                + CARE
                + ",'ageGroup':'adult','spinning':'carded','variants':[{'colour':'驼色','size':'M'}]");
    maker.post(PATH + "/" + id + "/labels", "{'text':'100%山羊绒'}");
    Answer answer = maker.get(PATH + "/" + id + "/label-check");
    assertThat(answer.json().path("missing").asInt()).as(answer.toString()).isZero();
    assertThat(items(answer)).containsEntry("durable-label", "present");
    assertThat(answer.json().at("/scope/0/rule").asString()).isEqualTo("P1");
    assertThat(answer.json().at("/scope/0/outcome").asString()).isEqualTo("PASS");
    Answer read = maker.get(PATH + "/" + id);
    assertThat(read.text("spinning")).isEqualTo("carded");
    assertThat(read.text("ageGroup")).isEqualTo("adult");
    assertThat(read.text("storage")).isEqualTo("悬挂存放，注意防蛀");
    assertThat(read.json().path("care").toString()).isEqualTo(CARE.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FZ/T 73009-2021 | adult | 70%桑蚕丝 30%山羊绒 | PASS",
        "FZ/T 73009-2021 | adult | 70.1%桑蚕丝 29.9%山羊绒 | FAIL",
        "FZ/T 73018-2021 | child | 70%腈纶 30%绵羊毛 | PASS",
        "FZ/T 73018-2021 | infant | 70%腈纶 30%绵羊毛 | FAIL",
      })
  void tellsWhetherTheStandardIsForSuchGoods(
      String standard, String age, String composition, String outcome) {
    String id = style(",'standard':'" + standard + "','ageGroup':'" + age + "'");
    maker.post(PATH + "/" + id + "/labels", "{'text':'" + composition + "'}");
    Answer answer = maker.get(PATH + "/" + id + "/label-check");
    assertThat(answer.json().path("scope").findValuesAsString("outcome")).contains(outcome);
  }

  @ParameterizedTest
  @CsvSource({"A, present", "B, missing"})
  void infantsNeedClassA(String safety, String outcome) {
    String id = style(",'ageGroup':'infant','safetyClass':'" + safety + "'");
    assertThat(items(maker.get(PATH + "/" + id + "/label-check")))
        .containsEntry("infant-class", outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'wash-hand','bleach-no','tumble-low','iron-no','wetclean-w' | present",
        "'bleach-no','dry-flat','iron-no','dryclean-no' | missing",
        "'wash-hand','dry-flat','iron-no','dryclean-no' | missing",
        "'wash-hand','bleach-no','iron-no','dryclean-no' | missing",
        "'wash-hand','bleach-no','dry-flat','dryclean-no' | missing",
        "'wash-hand','bleach-no','dry-flat','iron-no' | missing",
      })
  void careIsOneSymbolForEachTreatment(String care, String outcome) {
    String id = style(",'care':[" + care + "]");
    assertThat(items(maker.get(PATH + "/" + id + "/label-check"))).containsEntry("care", outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'care':['wash'] | care care.unknown",
        "'care':[null] | care care.unknown",
        "'care':['wash-30','wash-40'] | care care.twice",
        "'ageGroup':'baby' | ageGroup age-group.unknown",
        "'spinning':'ring' | spinning spinning.unknown",
        "'storage':'a\\u0007' | storage text.control-characters",
      })
  void refusesDetailsThatAreNone(String member, String problem) {
    Answer answer = maker.post(PATH, "{'styleNo':'X','name':'衫'," + member + "}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.fields()).containsExactly(problem);
  }

  @Test
  void whatIsMissingCanBeEnteredLater() {
    String id = style("");
    Answer answer = put(maker, id, "{'care':" + CARE + ",'storage':'平放'}");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(items(maker.get(PATH + "/" + id + "/label-check")))
        .containsEntry("care", "present")
        .containsEntry("storage", "present");
    assertThat(put(maker, id, "{'spinning':'combed'}").json().path("care")).isEmpty();
    assertThat(put(maker, id, "{'care':['x']}").fields()).containsExactly("care care.unknown");
    assertThat(maker.get(PATH + "/" + id).text("spinning")).isEqualTo("combed");
    assertThat(put(makers.maker().api(port), id, "{}").status()).isEqualTo(404);
    assertThat(put(makers.association().api(port), id, "{}").status()).isEqualTo(403);
  }

  @Test
  void isForTheMakerAndTheAssociation() {
    String id = style(",'markets':['EU']");
    String path = PATH + "/" + id + "/label-check";
    assertThat(items(makers.association().api(port).get(path)).values())
        .containsOnly("not-applicable");
    assertThat(makers.maker().api(port).get(path).status()).isEqualTo(404);
    assertThat(makers.colleague(member, Role.QC).api(port).get(path).status()).isEqualTo(403);
    assertThat(new Api(port, "").get(path).status()).isEqualTo(401);
  }

  private String style(String members) {
    Answer made =
        maker.post(PATH, "{'styleNo':'L" + System.nanoTime() + "','name':'羊绒衫'" + members + "}");
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return made.text("id");
  }

  private static Answer put(Api api, String id, String json) {
    Http http = api.http();
    return new Answer(
        http.send(
            "PUT",
            PATH + "/" + id + "/details",
            "application/json",
            json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
  }

  private static Map<String, String> items(Answer answer) {
    Map<String, String> items = new LinkedHashMap<>();
    for (JsonNode item : answer.json().path("items")) {
      items.put(item.path("item").asString(), item.path("outcome").asString());
    }
    return items;
  }

  private static JsonNode item(Answer answer, String name) {
    for (JsonNode item : answer.json().path("items")) {
      if (item.path("item").asString().equals(name)) {
        return item;
      }
    }
    throw new AssertionError("no item " + name);
  }
}
