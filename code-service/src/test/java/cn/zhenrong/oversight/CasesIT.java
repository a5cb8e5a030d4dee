package cn.zhenrong.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.file.Photos;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Form;
import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.Http.Reply;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/// What shoppers report, from the form to the association's answer.
@ServiceTest
class CasesIT {
  private static final String NEVER_ISSUED = "0000000000000000";
  private static final Pattern NONCE = Pattern.compile("name=\"nonce\" value=\"([^\"]+)\"");
  private static final String PHONE = "139 0000 1234";

  @Autowired Makers makers;
  @Autowired JdbcTemplate jdbc;
  @Autowired DataSource pool;
  @LocalServerPort int port;

  private Http shopper;
  private Api association;

  @BeforeEach
  void people() {
    shopper = Http.to(port);
    association = makers.association().api(port);
  }

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

  /// The report that matters most: a label nobody issued.
  @ParameterizedTest
  @CsvSource({NEVER_ISSUED + ", " + NEVER_ISSUED, "NOT-A-CODE, NOT-A-CODE", "-, ''", "%3Cb%3E, ''"})
  void aReportOfWhatWasNeverIssuedIsTakenToo(String path, String scanned) {
    Reply red = shopper.get("/scan/" + path);
    assertThat(red.status()).isEqualTo(404);
    String shown = scanned.isEmpty() ? "-" : scanned;
    assertThat(red.text()).contains("href=\"/scan/" + shown + "/problem?lang=zh\"");

    Reply sent =
        form("/scan/" + shown + "/problem")
            .with("kind", "TAG")
            .post(shopper, "/scan/" + shown + "/problem");
    assertThat(sent.status()).as(sent.text()).isEqualTo(303);
    JsonNode kept = association.get("/api/v1/cases/" + number(sent)).json();
    assertThat(kept.at("/summary/scanned").asString()).isEqualTo(scanned);
    assertThat(kept.at("/summary/shown").asString()).isEqualTo("NEVER_ISSUED");
    assertThat(kept.at("/summary/batch").isMissingNode()).isTrue();
    assertThat(shopper.get("/cases/" + number(sent)).status()).isEqualTo(200);
  }

  @Test
  void anOpenedPackageGetsANumberToo() {
    Row row = anActiveCode();
    String path = "/scan/" + row.serial() + "/opened";
    Reply sent = form(path).with("kind", "TAG").photo(Photos.jpeg(90, 60)).post(shopper, path);
    assertThat(sent.status()).as(sent.text()).isEqualTo(303);
    assertThat(
            association.get("/api/v1/cases/" + number(sent)).json().at("/summary/kind").asString())
        .isEqualTo("OPENED");
    assertThat(shopper.get("/cases/" + number(sent)).text()).contains("拆封登记");
    Reply pretended =
        form("/scan/" + row.serial() + "/problem")
            .with("kind", "OPENED")
            .post(shopper, "/scan/" + row.serial() + "/problem");
    assertThat(pretended.status()).isEqualTo(422);
  }

  @Test
  void thePhotoIsKeptWithoutPlaceAndCameraAndOnlyForTheAssociation() {
    byte[] taken = Photos.withPlace(3000, 2000, 6);
    String path = "/scan/" + NEVER_ISSUED + "/problem";
    Reply sent = form(path).with("kind", "PICTURE").photo(taken).post(shopper, path);
    assertThat(sent.status()).as(sent.text()).isEqualTo(303);
    String photo = "/api/v1/cases/" + number(sent) + "/photo";
    Answer kept = association.get(photo);
    assertThat(kept.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(kept.header("Content-Disposition")).startsWith("attachment");
    assertThat(new String(kept.body(), StandardCharsets.ISO_8859_1))
        .doesNotContain("Exif", Photos.CAMERA);
    for (Api other : List.of(makers.maker().api(port), makers.bench().api(port))) {
      assertThat(other.get(photo).status()).isEqualTo(403);
    }
    assertThat(new Api(port, "").get(photo).status()).isEqualTo(401);
    assertThat(shopper.get("/cases/" + number(sent) + "/photo").status()).isEqualTo(404);
    byte[] written =
        jdbc.queryForObject(
            "SELECT GROUP_CONCAT(p.bytes ORDER BY p.number SEPARATOR '') FROM stored_file_piece p"
                + " JOIN complaint_case c ON p.digest = UNHEX(c.photo_digest) WHERE c.number = ?",
            byte[].class,
            number(sent).replace("-", ""));
    assertThat(written).isNotNull();
    assertThat(new String(written, StandardCharsets.ISO_8859_1)).doesNotContain(Photos.CAMERA);
  }

  @Test
  void aBadFormComesBackWithAllThatWasWrittenAndKeepsNothing() {
    long before = count();
    String path = "/scan/" + NEVER_ISSUED + "/problem";
    Form form = form(path).with("words", "<b>甲</b>").with("shop", "乙店").with("phone", "abc");
    Reply refused =
        form.photo("<html>".getBytes(StandardCharsets.UTF_8)).post(shopper, path + "?lang=en");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.header("Content-Type")).startsWith("text/html");
    assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
    assertThat(refused.text())
        .contains("&lt;b&gt;甲&lt;/b&gt;</textarea>", "value=\"乙店\"", "value=\"abc\"")
        .contains("id=\"kind-error\"", "id=\"phone-error\"");
    Reply noPhoto = form.with("kind", "TAG").with("phone", "").post(shopper, path);
    assertThat(noPhoto.status()).isEqualTo(422);
    assertThat(noPhoto.text()).contains("id=\"photo-error\"", "JPEG 或 PNG");
    byte[] large = Arrays.copyOf(Photos.jpeg(50, 50), 5 * 1024 * 1024 + 1);
    Reply tooLarge = form.photo(large).post(shopper, path);
    assertThat(tooLarge.status()).isEqualTo(422);
    assertThat(tooLarge.text()).contains("id=\"photo-error\"", "5 MB", "乙店");
    assertThat(count()).isEqualTo(before);

    // The same form, put right, is the one it was.
    Reply good = form.photo(Photos.png(40, 40)).post(shopper, path);
    assertThat(good.status()).as(good.text()).isEqualTo(303);
    assertThat(count()).isEqualTo(before + 1);
  }

  @Test
  void boundsWhatIsWritten() {
    String path = "/scan/" + NEVER_ISSUED + "/problem";
    assertThat(
            form(path)
                .with("kind", "TAG")
                .with("words", "长".repeat(1001))
                .post(shopper, path)
                .text())
        .contains("id=\"words-error\"");
    assertThat(
            form(path)
                .with("kind", "TAG")
                .with("words", "长".repeat(1000))
                .post(shopper, path)
                .status())
        .isEqualTo(303);
    assertThat(
            form(path).with("kind", "TAG").with("shop", "长".repeat(101)).post(shopper, path).text())
        .contains("id=\"shop-error\"");
    assertThat(form(path).with("kind", "OTHER").post(shopper, path).text())
        .contains("id=\"words-error\"");
    assertThat(form(path).with("kind", "OTHER").with("words", "x").post(shopper, path).status())
        .isEqualTo(303);
    Reply far =
        form(path).with("kind", "TAG").photo(new byte[10 * 1024 * 1024 + 1]).post(shopper, path);
    assertThat(far.status()).isEqualTo(413);
    assertThat(far.header("Content-Type")).startsWith("text/html");
    assertThat(far.text()).contains("照片太大", "您写的内容还在");
    Reply urlencoded =
        shopper.send(
            "POST",
            path,
            "application/x-www-form-urlencoded",
            "kind=TAG".getBytes(StandardCharsets.UTF_8));
    assertThat(urlencoded.status()).isEqualTo(415);
  }

  /// Every connection to the store is taken, as when it hangs: the form opens all the same, and
  /// comes back with what was written and the word that it was not taken.
  @Test
  void withTheStoreAwayNothingIsKeptAndNothingWrittenIsLost() throws SQLException {
    String path = "/scan/" + NEVER_ISSUED + "/problem";
    Form form = form(path).with("kind", "TAG").with("words", "标签像假的").with("shop", "乙店");
    long before = count();
    List<Connection> taken = new ArrayList<>();
    try {
      assertThatThrownBy(() -> takeAll(taken)).isInstanceOf(SQLException.class);
      assertThat(shopper.get(path).status()).isEqualTo(200);
      Reply away = form.photo(Photos.jpeg(60, 40)).post(shopper, path);
      assertThat(away.status()).isEqualTo(503);
      assertThat(away.header("Retry-After")).isNotEmpty();
      assertThat(away.header("Content-Type")).startsWith("text/html");
      assertThat(away.text())
          .contains(
              "什么也没有保存", "标签像假的</textarea>", "value=\"乙店\"", "value=\"TAG\" required checked");
      assertThat(shopper.get("/cases/" + CaseNumber.random(new Random(3)).human()).status())
          .isEqualTo(503);
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }
    assertThat(count()).isEqualTo(before);
    assertThat(form.post(shopper, path).status()).isEqualTo(303);
    assertThat(count()).isEqualTo(before + 1);
  }

  private void takeAll(List<Connection> taken) throws SQLException {
    for (int i = 0; i < 100; i++) {
      taken.add(pool.getConnection());
    }
  }

  @Test
  void oneFormOpensOneCaseHoweverOftenItIsSent() throws Exception {
    String path = "/scan/" + NEVER_ISSUED + "/problem";
    Form form = form(path).with("kind", "TAG").photo(Photos.jpeg(400, 300));
    long before = count();
    try (ExecutorService many = Executors.newFixedThreadPool(6)) {
      Callable<String> send = () -> number(sentAgainIfBroken(form, path));
      List<Future<String>> numbers = many.invokeAll(List.of(send, send, send, send, send, send));
      for (Future<String> number : numbers) {
        assertThat(number.get()).isEqualTo(numbers.getFirst().get());
      }
    }
    assertThat(number(form.post(shopper, path))).isNotEmpty();
    assertThat(count()).isEqualTo(before + 1);
  }

  @Test
  void aFormWithoutItsWordIsTakenAndOpensACaseEachTime() {
    String path = "/scan/" + NEVER_ISSUED + "/problem";
    Form bare = new Form().with("kind", "TAG");
    assertThat(number(bare.post(shopper, path))).isNotEqualTo(number(bare.post(shopper, path)));
    Form broken = new Form().with("kind", "TAG").with("nonce", "!".repeat(50));
    assertThat(broken.post(shopper, path).status()).isEqualTo(303);
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

  /// A connection may break while a form is on its way; what a browser does then is send it again.
  private Reply sentAgainIfBroken(Form form, String path) {
    try {
      return form.post(shopper, path);
    } catch (IllegalStateException broken) {
      return form.post(shopper, path);
    }
  }

  private Form form(String path) {
    Reply page = shopper.get(path);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Set-Cookie")).isEmpty();
    Matcher nonce = NONCE.matcher(page.text());
    assertThat(nonce.find()).isTrue();
    return new Form().with("nonce", nonce.group(1));
  }

  private void answer(String number, String json) {
    Answer answer = association.post("/api/v1/cases/" + number + "/answer", json);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  private static String number(Reply sent) {
    assertThat(sent.status()).as(sent.text()).isEqualTo(303);
    return sent.header("Location").replaceAll("^/cases/|\\?.*", "");
  }

  private long count() {
    Long rows = jdbc.queryForObject("SELECT COUNT(*) FROM complaint_case", Long.class);
    return rows == null ? -1 : rows;
  }

  private Row anActiveCode() {
    Api maker = makers.maker().api(port);
    IssuedBatch batch = Papers.of(maker).issue("signed", 1);
    makers.bench().api(port).post(batch.path("activations"), "{'first':1,'last':1}");
    return batch.rows().getFirst();
  }
}
