package cn.zhenrong.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Http.Reply;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.ServiceTest;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A case from its number to the association's answer.
@ServiceTest
class CasesIT extends ShoppersAndStaff {
  @Test
  void aReportOfAnIssuedCodeIsFollowedByItsNumberUntilItIsClosed() {
    Row row = anActiveCode();
    Reply sent =
        form("/scan/" + row.serial() + "/problem")
            .with("kind", "LABEL")
            .with("words", "吊牌写 95%\r\n水洗唛写 80%\u200d")
            .with("shop", "某平台某店")
            .with("orderNo", "A-77")
            .with("phone", PHONE)
            .post(shopper, "/scan/" + row.serial() + "/problem?lang=en");
    assertThat(sent.status()).as(sent.text()).isEqualTo(303);
    assertThat(sent.header("Location")).matches("/cases/[0-9A-Z-]{13}\\?lang=en");
    String number = number(sent);

    JsonNode kept = association.get("/api/v1/cases/" + number).json();
    assertThat(kept.at("/summary/kind").asString()).isEqualTo("LABEL");
    assertThat(kept.at("/summary/words").asString()).isEqualTo("吊牌写 95%\n水洗唛写 80%");
    assertThat(kept.at("/summary/scanned").asString()).isEqualTo(row.serial());
    assertThat(kept.at("/summary/sequence").asLong()).isEqualTo(row.sequence());
    assertThat(kept.at("/summary/shown").asString()).isEqualTo("VALID_FIRST");
    assertThat(kept.at("/contact/phone").asString()).isEqualTo(PHONE);
    assertThat(kept.at("/contact/orderNo").asString()).isEqualTo("A-77");

    answer(number, "{'status':'IN_PROGRESS','words':{'zh':'已联系店铺'},'note':'只给同事看'}");
    answer(
        number,
        "{'status':'CLOSED','outcome':'CONFIRMED','words':{'zh':'吊牌系旧标','en':'an old tag'}}");
    String page = shopper.get("/cases/" + number + "?lang=en").text();
    assertThat(page)
        .contains("Closed", "Confirmed", "已联系店铺", "an old tag", row.human())
        .doesNotContain("只给同事看", PHONE, "A-77", "某平台某店", "水洗唛写");
    assertThat(shopper.get("/cases/" + number + "?lang=zh").text()).contains("情况属实", "吊牌系旧标");
  }

  @Test
  void anUnknownNumberIsAFormToTypeItAgain() {
    for (String number : List.of("ZZZZ-ZZZZ-ZZZ", "x", CaseNumber.random(new Random(1)).human())) {
      Reply reply = shopper.get("/cases/" + number);
      assertThat(reply.status()).as(number).isEqualTo(404);
      assertThat(reply.text()).contains("没有这个编号");
      assertThat(association.get("/api/v1/cases/" + number).status()).isEqualTo(404);
    }
    assertThat(shopper.get("/cases").status()).isEqualTo(200);
    Reply found = shopper.get("/cases?number=" + CaseNumber.random(new Random(1)).text());
    assertThat(found.status()).isEqualTo(303);
  }

  @Test
  void onlyTheAssociationReadsAndAnswers() {
    String path = "/scan/" + NEVER_ISSUED + "/problem";
    String number = number(form(path).with("kind", "TAG").post(shopper, path));
    String answer = "{'status':'IN_PROGRESS','words':{'zh':'好'}}";
    for (Api other : List.of(makers.maker().api(port), makers.bench().api(port))) {
      assertThat(other.get("/api/v1/cases").status()).isEqualTo(403);
      assertThat(other.get("/api/v1/cases/" + number).status()).isEqualTo(403);
      assertThat(other.post("/api/v1/cases/" + number + "/answer", answer).status()).isEqualTo(403);
    }
    Api nobody = new Api(port, "");
    assertThat(nobody.get("/api/v1/cases").status()).isEqualTo(401);
    assertThat(nobody.get("/api/v1/cases/" + number).status()).isEqualTo(401);
    assertThat(nobody.post("/api/v1/cases/" + number + "/answer", answer).status()).isEqualTo(401);
  }

  @Test
  void goesFromReceivedToInProgressToClosedAndTheAuditTrailKnowsWho() {
    String path = "/scan/" + NEVER_ISSUED + "/problem";
    String number = number(form(path).with("kind", "TAG").post(shopper, path));
    String answers = "/api/v1/cases/" + number + "/answer";
    String closed = "{'status':'CLOSED','outcome':'NOT_CONFIRMED','words':{'zh':'查无实据'}}";
    Answer early = association.post(answers, closed);
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.text("current")).isEqualTo("RECEIVED");
    assertThat(association.post(answers, "{'status':'CLOSED','words':{'zh':'好'}}").fields())
        .containsExactly("outcome case.outcome");
    assertThat(association.post(answers, "{'status':'RECEIVED'}").fields())
        .containsExactly("status choice.unknown", "words.zh field.missing");
    answer(number, "{'status':'IN_PROGRESS','words':{'zh':'在查'}}");
    answer(number, "{'status':'IN_PROGRESS','words':{'zh':'还在查'}}");
    answer(number, closed);
    assertThat(association.post(answers, closed).status()).isEqualTo(409);
    assertThat(
            jdbc.queryForList(
                "SELECT words FROM audit WHERE subject = ? ORDER BY id",
                String.class,
                "case/" + number.replace("-", "")))
        .containsExactly("IN_PROGRESS", "IN_PROGRESS", "CLOSED");
  }

  @Test
  void isListedByStatusPageByPageWithoutContacts() {
    String path = "/scan/" + NEVER_ISSUED + "/problem";
    String first = number(form(path).with("kind", "TAG").with("phone", PHONE).post(shopper, path));
    String second = number(form(path).with("kind", "TAG").post(shopper, path));
    answer(second, "{'status':'IN_PROGRESS','words':{'zh':'在查'}}");
    Answer received = association.get("/api/v1/cases?status=RECEIVED&limit=1");
    assertThat(received.json().get(0).path("number").asString()).isEqualTo(first);
    assertThat(received.toString()).doesNotContain(PHONE);
    Answer all = association.get("/api/v1/cases?limit=1");
    assertThat(all.json().get(0).path("number").asString()).isEqualTo(second);
    String before = all.json().get(0).path("id").asString();
    assertThat(
            association
                .get("/api/v1/cases?limit=1&before=" + before)
                .json()
                .get(0)
                .path("number")
                .asString())
        .isEqualTo(first);
    assertThat(association.get("/api/v1/cases?status=OPEN").fields())
        .containsExactly("status choice.unknown");
    assertThat(association.get("/api/v1/cases?limit=201").fields())
        .containsExactly("limit number.range");
  }
}
