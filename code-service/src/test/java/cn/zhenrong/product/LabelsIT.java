package cn.zhenrong.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.party.Role;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class LabelsIT {
  private static final String BLEND =
      "{'parts':[{'part':'大身','fibres':[{'fibre':'山羊绒','percent':'95'},"
          + "{'fibre':'绵羊毛','percent':'5'}]}]}";

  @Autowired Makers makers;
  @Autowired Labels labels;
  @Autowired TransactionTemplate transaction;
  @LocalServerPort int port;

  private Member member;
  private Api maker;
  private String path;

  @BeforeEach
  void aStyle() {
    member = makers.maker();
    maker = member.api(port);
    path = pathOfNewStyle(maker);
  }

  @Test
  void keepsALabelByParts() {
    Answer made = maker.post(path, BLEND);

    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.json().at("/parts/0/fibres/1/percent").asString()).isEqualTo("5");
    assertThat(made.json().at("/text/zh").asString()).contains("山羊绒95%");
    assertThat(made.json().at("/text/en").asString()).containsIgnoringCase("cashmere");
    assertThat(maker.get(path + "/" + made.text("id")).json()).isEqualTo(made.json());
    assertThat(maker.get(path).json().get(0)).isEqualTo(made.json());
  }

  @Test
  void readsACompositionAsPeopleWriteIt() {
    Answer made = maker.post(path, "{'text':'大身：95%山羊绒 5%绵羊毛；罗纹：100%棉'}");

    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.json().path("parts").size()).isEqualTo(2);
    assertThat(made.json().at("/parts/1/part").asString()).isEqualTo("罗纹");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | parts label.one-of",
        "{'parts':[],'text':'100%棉'} | parts label.one-of",
        "{'parts':[]} | parts composition.empty",
        "{'text':'100%天丝'} | text fibre.trade-name",
        "{'parts':[{'fibres':[{'fibre':'棉','percent':'99.9'}]}]} | parts[0].fibres composition.sum",
        "{'parts':[{'fibres':[{'fibre':'天丝','percent':'100'}]}]}"
            + " | parts[0].fibres[0].fibre fibre.trade-name",
        "{'parts':[{'fibres':[{'fibre':'棉','percent':'1000000000000000000000000000000'}]}]}"
            + " | parts[0].fibres[0].percent percent.syntax",
        "{'parts':[{'fibres':[{'fibre':'棉','percent':'1e2'}]}]}"
            + " | parts[0].fibres[0].percent percent.syntax",
        "{'parts':[{'fibres':[{'fibre':'棉','percent':100.0}]}]}"
            + " | parts[0].fibres[0].percent json.not-text",
        "{'parts':[{'fibres':[{'fibre':'棉','percent':'99.95'},{'fibre':'亚麻','percent':'0.05'}]}]}"
            + " | parts[0].fibres[0].percent composition.decimals",
        "{'parts':[{'part':'大\\u202e身','fibres':[{'fibre':'棉','percent':'100'}]}]}"
            + " | parts[0].part text.control-characters",
      })
  void refusesWhatIsNoLabel(String body, String field) {
    Answer answer = maker.post(path, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.fields()).as(answer.toString()).contains(field);
  }

  @Test
  void neverChangesALabel() {
    String id = maker.post(path, BLEND).text("id");
    assertThat(maker.post(path + "/" + id, BLEND).status()).isEqualTo(405);
  }

  @Test
  void takesBackALabelOnlyWhileNoBatchUsesIt() {
    String unused = maker.post(path, BLEND).text("id");
    String used = maker.post(path, BLEND).text("id");
    LabelId id = new LabelId(Long.parseLong(used));
    transaction.executeWithoutResult(_ -> labels.use(id));
    transaction.executeWithoutResult(_ -> labels.use(id));

    assertThat(maker.delete(path + "/" + unused).status()).isEqualTo(204);
    assertThat(maker.get(path + "/" + unused).status()).isEqualTo(404);
    Answer kept = maker.delete(path + "/" + used);
    assertThat(kept.status()).isEqualTo(409);
    assertThat(kept.problem()).isEqualTo("state-conflict");
    assertThat(labels.find(id)).isPresent();
  }

  @Test
  void marksALabelOnlyInsideTheBatchsTransaction() {
    LabelId id = new LabelId(Long.parseLong(maker.post(path, BLEND).text("id")));
    assertThatThrownBy(() -> labels.use(id)).isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void hidesLabelsOfOthers() {
    String id = maker.post(path, BLEND).text("id");
    Api other = makers.maker().api(port);

    assertThat(other.get(path).status()).isEqualTo(404);
    assertThat(other.get(path + "/" + id).status()).isEqualTo(404);
    assertThat(other.post(path, BLEND).status()).isEqualTo(404);
    assertThat(other.delete(path + "/" + id).status()).isEqualTo(404);
    assertThat(maker.get(pathOfNewStyle(maker) + "/" + id).status()).isEqualTo(404);
    assertThat(makers.association().api(port).get(path + "/" + id).status()).isEqualTo(200);
    assertThat(makers.association().api(port).delete(path + "/" + id).status()).isEqualTo(403);
    assertThat(makers.colleague(member, Role.QC).api(port).get(path).status()).isEqualTo(403);
  }

  private static String pathOfNewStyle(Api maker) {
    String number = "S" + System.nanoTime();
    String id =
        maker.post("/api/v1/styles", "{'styleNo':'%s','name':'衫'}".formatted(number)).text("id");
    return "/api/v1/styles/" + id + "/labels";
  }
}
