package cn.zhenrong.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.file.Pdfs;
import cn.zhenrong.party.Role;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class ReportFilesIT {
  private static final String PDF = "application/pdf";

  @Autowired Makers makers;
  @Autowired Reports reports;
  @Autowired TransactionTemplate transaction;
  @LocalServerPort int port;

  private Member member;
  private Api maker;
  private String id;
  private String path;

  @BeforeEach
  void aReport() {
    member = makers.maker();
    maker = member.api(port);
    id = maker.post(NewReports.PATH, NewReports.forNewStyle(maker).json()).text("id");
    path = NewReports.PATH + "/" + id + "/file";
  }

  @Test
  void keepsAFileSentAsAFormPart() {
    byte[] pdf = Pdfs.onePage(id);
    Answer attached = maker.upload(path, "file", pdf);

    assertThat(attached.status()).as(attached.toString()).isEqualTo(200);
    assertThat(attached.text("fileDigest")).matches("[0-9a-f]{64}");
    assertThat(maker.get(NewReports.PATH + "/" + id).text("fileDigest"))
        .isEqualTo(attached.text("fileDigest"));
    Answer read = maker.get(path);
    assertThat(read.body()).isEqualTo(pdf);
    assertThat(read.header("Content-Type")).isEqualTo(PDF);
    assertThat(read.header("Content-Disposition")).startsWith("attachment");
    assertThat(read.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(read.header("Cache-Control")).contains("no-store");
  }

  @Test
  void keepsAFileSentAsTheBody() {
    byte[] pdf = Arrays.copyOf(Pdfs.onePage(id), 3 * 1024 * 1024);
    Answer attached = maker.post(path, PDF, pdf);
    assertThat(attached.status()).as(attached.toString()).isEqualTo(200);
    assertThat(makers.association().api(port).get(path).body()).isEqualTo(pdf);
  }

  @Test
  void refusesWhatIsNoPdf() {
    byte[] text = "%PDF-1.7 pretended".getBytes(StandardCharsets.UTF_8);
    assertThat(maker.upload(path, "file", text).fields()).containsExactly("file file.not-pdf");
    assertThat(maker.post(path, PDF, text).fields()).containsExactly("file file.not-pdf");
    assertThat(maker.upload(path, "other", Pdfs.onePage(id)).fields())
        .containsExactly("file report.file-missing");
    assertThat(maker.post(path, "text/plain", text).status()).isEqualTo(415);
    assertThat(maker.get(path).status()).isEqualTo(404);
  }

  @Test
  void refusesAFileThatIsTooLarge() {
    byte[] large = Arrays.copyOf(Pdfs.onePage(id), 10 * 1024 * 1024 + 1);
    assertThat(maker.post(path, PDF, large).status()).isEqualTo(413);
    assertThat(maker.upload(path, "file", large).status()).isEqualTo(413);
  }

  @Test
  void keepsOthersAway() {
    maker.upload(path, "file", Pdfs.onePage(id));
    Api other = makers.maker().api(port);
    assertThat(other.get(path).status()).isEqualTo(404);
    assertThat(other.upload(path, "file", Pdfs.onePage("x")).status()).isEqualTo(404);
    assertThat(makers.colleague(member, Role.QC).api(port).get(path).status()).isEqualTo(403);
    assertThat(new Api(port, "").get(path).status()).isEqualTo(401);
    assertThat(makers.association().api(port).upload(path, "file", Pdfs.onePage("x")).status())
        .isEqualTo(403);
  }

  @Test
  void attachesOnceUnderOneIdempotencyKeyWhateverTheBoundary() {
    Api once = maker.with("Idempotency-Key", "k" + id);
    byte[] pdf = Pdfs.onePage("once " + id);
    Answer first = once.upload(path, "file", pdf);
    Answer again = once.upload(path, "file", pdf);
    Answer other = once.upload(path, "file", Pdfs.onePage("other " + id));

    assertThat(first.status()).as(first.toString()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    byte[] large = new byte[10 * 1024 * 1024 + 1];
    assertThat(maker.with("Idempotency-Key", "l" + id).upload(path, "file", large).status())
        .isEqualTo(413);
  }

  @Test
  void exchangesTheFileUntilCodesAreIssuedUnderIt() {
    maker.upload(path, "file", Pdfs.onePage("wrong " + id));
    byte[] right = Pdfs.onePage("right " + id);
    assertThat(maker.upload(path, "file", right).status()).isEqualTo(200);
    transaction.executeWithoutResult(_ -> reports.cover(new ReportId(Long.parseLong(id)), 1));

    assertThat(maker.upload(path, "file", right).status()).isEqualTo(200);
    Answer other = maker.upload(path, "file", Pdfs.onePage("other " + id));
    assertThat(other.status()).isEqualTo(409);
    assertThat(maker.get(path).body()).isEqualTo(right);
  }

  @Test
  void keepsAPhotoOfTheSample() {
    String photo = NewReports.PATH + "/" + id + "/photo";
    byte[] png = Arrays.copyOf(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, 2000);
    assertThat(maker.get(photo).status()).isEqualTo(404);
    Answer kept = maker.upload(photo, "file", png);
    assertThat(kept.status()).as(kept.toString()).isEqualTo(200);
    Answer read = maker.get(photo);
    assertThat(read.body()).isEqualTo(png);
    assertThat(read.header("Content-Type")).isEqualTo("image/png");
    assertThat(read.header("Content-Disposition")).startsWith("attachment");
    assertThat(maker.get(NewReports.PATH + "/" + id).text("photoDigest"))
        .isEqualTo(kept.text("photoDigest"));

    byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
    assertThat(maker.upload(photo, "file", svg).fields()).containsExactly("file file.not-photo");
    byte[] large = Arrays.copyOf(png, 5 * 1024 * 1024 + 1);
    assertThat(maker.upload(photo, "file", large).status()).isEqualTo(413);
    Api other = makers.maker().api(port);
    assertThat(other.get(photo).status()).isEqualTo(404);
    assertThat(other.upload(photo, "file", png).status()).isEqualTo(404);
  }
}
