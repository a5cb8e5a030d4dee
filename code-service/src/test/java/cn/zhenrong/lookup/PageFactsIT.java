package cn.zhenrong.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.evidence.ReportId;
import cn.zhenrong.evidence.ReportWithdrawn;
import cn.zhenrong.file.Photos;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.Http.Reply;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.ServiceTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/// What the page shows beside verdict and composition, and where it leads.
@ServiceTest
class PageFactsIT {
  private static final Pattern IMAGE = Pattern.compile("<img src=\"([^\"]+)\"");

  @Autowired Makers makers;
  @Autowired KnownFacts facts;
  @Autowired JdbcTemplate jdbc;
  @LocalServerPort int port;

  private Member member;
  private Api maker;
  private Papers papers;
  private IssuedBatch batch;
  private Row row;
  private Http shopper;

  @BeforeEach
  void anActiveCode() {
    member = makers.maker();
    maker = member.api(port);
    papers = Papers.of(maker);
    batch = papers.issue("signed", 2);
    makers.bench().api(port).post(batch.path("activations"), "{'first':1,'last':2}");
    row = batch.rows().getFirst();
    shopper = Http.to(port);
  }

  @Test
  void thePhotoOfTheStyleStandsInThePageSmallAndLarge() throws IOException {
    assertThat(shopper.get("/scan/" + row.serial()).text()).doesNotContain("<img");
    assertThat(shopper.get("/scan/" + row.serial() + "/photo").status()).isEqualTo(404);
    String path = "/api/v1/styles/" + papers.style() + "/photo";
    assertThat(maker.get(path).status()).isEqualTo(404);
    Answer attached = maker.upload(path, "file", Photos.withPlace(2400, 1800, 1));
    assertThat(attached.status()).as(attached.toString()).isEqualTo(200);
    assertThat(maker.get("/api/v1/styles/" + papers.style()).text("photoDigest"))
        .isEqualTo(attached.text("photoDigest"));

    Reply small = shopper.get(image().replace("&amp;", "&"));
    assertThat(small.status()).isEqualTo(200);
    assertThat(small.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(small.header("Cache-Control")).contains("max-age=86400");
    assertThat(small.bytes().length).isLessThanOrEqualTo(16 * 1024);
    assertThat(ImageIO.read(new ByteArrayInputStream(small.bytes())).getWidth()).isEqualTo(480);
    byte[] large = shopper.get("/scan/" + row.serial() + "/photo").bytes();
    assertThat(ImageIO.read(new ByteArrayInputStream(large)).getWidth()).isEqualTo(1600);
    assertThat(new String(large, StandardCharsets.ISO_8859_1)).doesNotContain(Photos.CAMERA);
    assertThat(HexFormat.of().formatHex(sha256(large))).isEqualTo(attached.text("photoDigest"));
    assertThat(maker.get(path).body()).isEqualTo(large);

    String before = image();
    maker.upload(path, "file", Photos.png(300, 400));
    assertThat(image()).as("another photo has another address").isNotEqualTo(before);
    assertThat(shopper.get("/scan/0000000000000000/photo").status()).isEqualTo(404);
  }

  @Test
  void onlyTheMakerOfAStyleGivesItAPhoto() {
    String path = "/api/v1/styles/" + papers.style() + "/photo";
    byte[] photo = Photos.jpeg(40, 40);
    assertThat(makers.maker().api(port).upload(path, "file", photo).status()).isEqualTo(404);
    assertThat(makers.bench().api(port).upload(path, "file", photo).status()).isEqualTo(403);
    assertThat(makers.association().api(port).upload(path, "file", photo).status()).isEqualTo(403);
    assertThat(new Api(port, "").upload(path, "file", photo).status()).isEqualTo(401);
    assertThat(maker.upload(path, "other", photo).fields())
        .containsExactly("file style.photo-missing");
    assertThat(maker.upload(path, "file", "<svg/>".getBytes(StandardCharsets.UTF_8)).fields())
        .containsExactly("file file.not-photo");
  }

  @Test
  void aRecallTellsWhatToDoAndWhomToCall() {
    Answer placed =
        makers
            .association()
            .api(port)
            .post(
                "/api/v1/holds",
                """
                {'scope':{'batch':'%s'},'reason':'羊绒含量不符','recall':true,
                 'remedy':'退回购买店铺，凭订单全额退款','phone':'400-000-0000'}
                """
                    .formatted(batch.id()));
    assertThat(placed.status()).as(placed.toString()).isEqualTo(201);
    assertThat(placed.text("remedy")).isEqualTo("退回购买店铺，凭订单全额退款");
    Reply page = shopper.get("/scan/" + row.serial());
    assertThat(page.text()).contains("羊绒含量不符 · 退回购买店铺，凭订单全额退款 · 400-000-0000");
  }

  @Test
  void leadsToTheLaboratoryWhereItSaidWhereToCheck() {
    Api association = makers.association().api(port);
    String lab = "可核对检测中心" + row.serial();
    String body =
        "{'name':'%s','checkUrl':'%s','accreditations':[{'mark':'CNAS','certificate':'L1234',"
            + "'validFrom':'2020-01-01','validUntil':'2030-01-01'}]}";
    for (String bad : List.of("http://lab.example/", "javascript:alert(1)", "https://a b/")) {
      assertThat(association.post("/api/v1/labs", body.formatted(lab, bad)).fields())
          .containsExactly("checkUrl lab.check-url");
    }
    Answer made =
        association.post("/api/v1/labs", body.formatted(lab, "https://lab.example/check?n=1"));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(shopper.get("/scan/" + row.serial()).text()).doesNotContain("lab.example");

    String style = papers.style();
    Answer report =
        maker.post(
            "/api/v1/reports",
            """
            {'number':'L-%s','lab':'%s','issuedOn':'2026-10-08','method':'GB/T 16988-2013',
             'basis':'official-regain','sampling':'submitted','styleId':'%s','coversQuantity':10,
             'parts':[{'part':'大身','fibres':[{'fibre':'山羊绒','percent':'94.6'},
                                             {'fibre':'绵羊毛','percent':'5.4'}]}]}
            """
                .formatted(row.serial(), lab, style));
    IssuedBatch other =
        new Papers(maker, style, papers.label(), report.text("id")).issue("compact", 1);
    String page = "/scan/" + other.rows().getFirst().serial();
    assertThat(shopper.get(page).text()).contains("href=\"https://lab.example/check?n=1\"");

    String link = "/api/v1/labs/" + made.text("id") + "/check-url";
    String moved = "{'checkUrl':'https://new.lab.example/','reason':'换了网站'}";
    assertThat(maker.put(link, moved).status()).isEqualTo(403);
    assertThat(association.put("/api/v1/labs/1/check-url", moved).status()).isEqualTo(404);
    assertThat(association.put(link, "{'checkUrl':'http://lab.example/'}").fields())
        .containsExactlyInAnyOrder("checkUrl lab.check-url", "reason field.missing");
    assertThat(association.put(link, moved).text("checkUrl")).isEqualTo("https://new.lab.example/");
    assertThat(shopper.get(page).text())
        .contains("href=\"https://new.lab.example/\"")
        .doesNotContain("check?n=1");
    assertThat(association.put(link, "{'reason':'网站关闭'}").status()).isEqualTo(200);
    assertThat(shopper.get(page).text()).doesNotContain("lab.example");
    assertThat(
            jdbc.queryForList(
                "SELECT words FROM audit WHERE subject = ? AND action = 'lab.relink' ORDER BY id",
                String.class,
                "lab/" + made.text("id")))
        .containsExactly("换了网站: https://lab.example/check?n=1", "网站关闭: https://new.lab.example/");
  }

  @Test
  void theCertificateSaysWhatThePageSaysAndHowToCheckIt() throws IOException {
    Reply reply = shopper.get(certificate() + "?lang=en");
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    Path kept = Path.of("target", "pictures");
    Files.createDirectories(kept);
    Files.write(kept.resolve("certificate.pdf"), reply.bytes());
    byte[] manifest = shopper.get("/api/v1/batches/" + batch.id() + "/manifest").bytes();
    assertThat(textOf(reply))
        .contains(
            "编码查验证明",
            "有效：编码有效",
            "Valid: Code valid",
            row.human(),
            "山羊绒95%",
            "山羊绒94.6%",
            "江南试验检测中心",
            "圆领羊绒衫",
            batch.id(),
            HexFormat.of().formatHex(sha256(manifest)),
            "不能单凭本证明认定")
        .doesNotContain("正品", "genuine");
    try (PDDocument document = Loader.loadPDF(reply.bytes())) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
    }
    assertThat(shopper.get("/api/v1/codes/" + row.serial()).json().path("sessions").asLong())
        .as("a certificate counts nothing")
        .isZero();
  }

  @Test
  void theCertificateOfAVoidCodeSaysSoAndANeverIssuedOneHasNone() throws IOException {
    maker.post("/api/v1/codes/" + row.serial() + "/void", "{'reason':'DAMAGED'}");
    assertThat(textOf(shopper.get(certificate()))).contains("警示：此码已作废");
    for (String page : List.of("certificate.pdf", "evidence")) {
      Reply never = shopper.get("/scan/0000000000000000/" + page);
      assertThat(never.status()).isEqualTo(404);
      assertThat(never.text()).contains("查无此码");
    }
  }

  /// Many at once: each gets its paper or is told to come again, and nothing breaks.
  @Test
  void certificatesAreDrawnAFewAtATime() throws Exception {
    // What is read for the first time is given up after a moment, and drawing takes all processors.
    assertThat(shopper.get(certificate()).status()).isEqualTo(200);
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService many = Executors.newFixedThreadPool(40)) {
      List<Callable<Reply>> asked = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        asked.add(() -> shopper.get(certificate()));
      }
      for (Future<Reply> reply : many.invokeAll(asked)) {
        statuses.add(reply.get().status());
        if (reply.get().status() == 429) {
          assertThat(reply.get().header("Retry-After")).isNotEmpty();
          assertThat(reply.get().header("Content-Type")).startsWith("text/html");
        }
      }
    }
    assertThat(statuses).contains(200).isSubsetOf(200, 429);
    assertThat(shopper.get(certificate()).status()).isEqualTo(200);
  }

  private String certificate() {
    return "/scan/" + row.serial() + "/certificate.pdf";
  }

  private String image() {
    // What stands behind a batch is believed for a while (docs/decisions/0095), unless it is
    // dropped, as when its report is taken back.
    facts.withdrawn(new ReportWithdrawn(new ReportId(Long.parseLong(papers.report()))));
    Matcher image = IMAGE.matcher(shopper.get("/scan/" + row.serial()).text());
    assertThat(image.find()).isTrue();
    String digest = maker.get("/api/v1/styles/" + papers.style()).text("photoDigest");
    assertThat(image.group(1)).contains("v=" + digest.substring(0, 8));
    return image.group(1);
  }

  /// Without blanks and line breaks: where a line ends is not the matter here.
  private static String textOf(Reply reply) throws IOException {
    try (PDDocument document = Loader.loadPDF(reply.bytes())) {
      return new PDFTextStripper().getText(document).replaceAll("\\R", " ").replace("山羊绒 ", "山羊绒");
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
