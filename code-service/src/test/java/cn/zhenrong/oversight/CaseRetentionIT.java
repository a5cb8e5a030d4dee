package cn.zhenrong.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.file.Photos;
import cn.zhenrong.file.StoredFiles;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Form;
import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.Http.Reply;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.ServiceTest;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// What leads to a person goes when a case was closed long enough ago, and nothing else does.
@ServiceTest
class CaseRetentionIT {
  private static final int KEPT = 180;
  private static final AtomicInteger PHOTOS = new AtomicInteger(301);
  private static final String FORM = "/scan/0000000000000000/problem";

  @Autowired Makers makers;
  @Autowired JdbcTemplate jdbc;
  @Autowired CaseMapper mapper;
  @Autowired StoredFiles files;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;
  @LocalServerPort int port;

  private Http shopper;
  private Api association;

  @BeforeEach
  void people() {
    shopper = Http.to(port);
    association = makers.association().api(port);
  }

  @Test
  void aCaseClosedLongAgoAnswersTruthfullyAndLeadsToNobody() {
    byte[] photo = photo();
    String number = report(photo);
    String digest = digest(number);
    answer(number, "{'status':'IN_PROGRESS','words':{'zh':'已联系店铺'},'note':'打过 139 0000 1234'}");
    answer(number, "{'status':'CLOSED','outcome':'CONFIRMED','words':{'zh':'吊牌系旧标'}}");

    after(KEPT - 1).forget();
    assertThat(association.get("/api/v1/cases/" + number).toString()).contains("139", "红色毛衣", "乙店");
    assertThat(pieces(digest)).isEqualTo(1);

    assertThat(after(KEPT + 1).forget()).isPositive();
    assertThat(after(KEPT + 1).forget()).isZero();
    String kept = association.get("/api/v1/cases/" + number).toString();
    assertThat(kept)
        .contains("CLOSED", "CONFIRMED", "吊牌系旧标", "forgottenAt")
        .doesNotContain("139", "A-77", "红色毛衣", "乙店", "contact", "note");
    assertThat(association.get("/api/v1/cases/" + number + "/photo").status()).isEqualTo(404);
    assertThat(pieces(digest)).isZero();
    Reply page = shopper.get("/cases/" + number + "?lang=en");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("Closed", "Confirmed", "吊牌系旧标", "were deleted on");
  }

  @Test
  void aCaseThatIsNotClosedKeepsEverythingHoweverOld() {
    String number = report(null);
    answer(number, "{'status':'IN_PROGRESS','words':{'zh':'在查'}}");
    after(10 * KEPT).forget();
    assertThat(association.get("/api/v1/cases/" + number).toString()).contains("139", "红色毛衣");
    assertThat(shopper.get("/cases/" + number).text()).doesNotContain("已于");
  }

  @Test
  void aPhotoThatSomebodyElseHasStays() {
    byte[] shared = photo();
    byte[] shown = photo();
    String first = closed(shared);
    String second = report(shared);
    String third = closed(shown);
    assertThat(digest(second)).isEqualTo(digest(first));
    String digest = digest(third);
    Api maker = makers.maker().api(port);
    String style = "/api/v1/styles/" + Papers.of(maker).style() + "/photo";
    assertThat(maker.upload(style, "file", shown).text("photoDigest")).isEqualTo(digest);

    after(KEPT + 1).forget();
    assertThat(association.get("/api/v1/cases/" + first + "/photo").status()).isEqualTo(404);
    assertThat(association.get("/api/v1/cases/" + second + "/photo").status()).isEqualTo(200);
    assertThat(association.get("/api/v1/cases/" + third + "/photo").status()).isEqualTo(404);
    assertThat(maker.get(style).status()).isEqualTo(200);
  }

  /// Whoever is in the middle of the same work is neither waited for nor disturbed.
  @Test
  void whatAnotherInstanceHasInHandIsPassedOver() {
    String mine = closed(null);
    String theirs = closed(null);
    transaction.executeWithoutResult(_ -> {
      mapper.lock(theirs.replace("-", ""));
      Thread other = Thread.ofVirtual().start(() -> after(KEPT + 1).forget());
      join(other);
    });
    assertThat(association.get("/api/v1/cases/" + mine).toString()).contains("forgottenAt");
    assertThat(association.get("/api/v1/cases/" + theirs).toString()).contains("139");
    assertThat(after(KEPT + 1).forget()).isPositive();
    assertThat(association.get("/api/v1/cases/" + theirs).toString()).contains("forgottenAt");
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theFormSaysHowLong() {
    assertThat(shopper.get(FORM + "?lang=zh").text()).contains("办结 180 天后");
    assertThat(shopper.get(FORM + "?lang=en").text()).contains("deleted 180 days after");
  }

  private CaseRetention after(int days) {
    Clock then = Clock.offset(clock, Duration.ofDays(days));
    return new CaseRetention(mapper, files, transaction, then, new CaseSettings(KEPT));
  }

  private String closed(byte @Nullable [] photo) {
    String number = report(photo);
    answer(number, "{'status':'IN_PROGRESS','words':{'zh':'在查'}}");
    answer(number, "{'status':'CLOSED','outcome':'ANSWERED','words':{'zh':'好'}}");
    return number;
  }

  private String report(byte @Nullable [] photo) {
    Form form =
        new Form()
            .with("kind", "TAG")
            .with("words", "红色毛衣")
            .with("shop", "乙店")
            .with("orderNo", "A-77")
            .with("phone", "139 0000 1234");
    Reply sent = (photo == null ? form : form.photo(photo)).post(shopper, FORM);
    assertThat(sent.status()).as(sent.text()).isEqualTo(303);
    return sent.header("Location").replaceAll("^/cases/|\\?.*", "");
  }

  private void answer(String number, String json) {
    assertThat(association.post("/api/v1/cases/" + number + "/answer", json).status())
        .isEqualTo(200);
  }

  /// Another picture each time.
  private byte[] photo() {
    return Photos.jpeg(PHOTOS.getAndIncrement(), 37);
  }

  private String digest(String number) {
    String digest =
        jdbc.queryForObject(
            "SELECT photo_digest FROM complaint_case WHERE number = ?",
            String.class,
            number.replace("-", ""));
    assertThat(digest).isNotNull();
    return digest == null ? "" : digest;
  }

  private int pieces(String digest) {
    Integer count =
        jdbc.queryForObject(
            "SELECT COUNT(*) FROM stored_file_piece WHERE digest = UNHEX(?)",
            Integer.class,
            digest);
    return count == null ? -1 : count;
  }
}
