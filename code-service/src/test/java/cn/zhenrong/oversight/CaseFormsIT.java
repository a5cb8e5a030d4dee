package cn.zhenrong.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.file.Photos;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Form;
import cn.zhenrong.testing.Http.Reply;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.ServiceTest;
import com.zaxxer.hikari.HikariDataSource;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What shoppers report, and what becomes of a form that is wrong, sent twice or not taken.
@ServiceTest
class CaseFormsIT extends ShoppersAndStaff {
  @Autowired HikariDataSource pool;

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
      for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
        taken.add(pool.getConnection());
      }
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

  /// A connection may break while a form is on its way; what a browser does then is send it again.
  private Reply sentAgainIfBroken(Form form, String path) {
    try {
      return form.post(shopper, path);
    } catch (IllegalStateException broken) {
      return form.post(shopper, path);
    }
  }
}
