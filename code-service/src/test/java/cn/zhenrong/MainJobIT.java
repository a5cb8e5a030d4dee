package cn.zhenrong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.file.Pdfs;
import cn.zhenrong.print.Zbar;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.CodeFormatPage;
import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.ServiceTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The main job as a maker does it, over HTTP only, checked with programs that are not ours: PDFBox
/// draws the tags, zbar reads them, OpenSSL verifies what it read.
@ServiceTest
class MainJobIT {
  @TempDir Path folder;
  @Autowired Makers makers;
  @LocalServerPort int port;

  private Member member;
  private Api maker;
  private Papers papers;

  @BeforeEach
  void papers() {
    member = makers.maker();
    maker = member.api(port);
    papers = Papers.of(maker, member.gtin(7));
  }

  @Test
  void fromAStyleToATagThatVerifiesAndAPageThatAnswers() throws Exception {
    attachTheReport();
    IssuedBatch batch = papers.issue("signed", 3);
    List<Row> rows = batch.rows();
    assertThat(rows).extracting(Row::sequence).containsExactly(1L, 2L, 3L);
    assertThat(rows).extracting(Row::url).allMatch(url -> url.contains(member.gtin(7)));

    List<String> read = Zbar.read(folder, drawn(maker.get(batch.path("labels.pdf?dpi=300"))));
    assertThat(read).containsExactlyElementsOf(rows.stream().map(Row::url).toList());

    String text = rows.get(1).url();
    assertThat(Zbar.read(folder, List.of(maker.get(batch.path("codes/2.png")).body())))
        .containsExactly(text);
    assertThat(CodeFormatPage.verify(folder, text, pemOf(text)))
        .contains("Signature Verified Successfully");
    String forged = text.replace("WS95WO5", "WS100");
    assertThat(forged).isNotEqualTo(text);
    assertThat(CodeFormatPage.verify(folder, forged, pemOf(text)))
        .contains("Signature Verification Failure");

    activate(batch);
    theTextLeadsToThePage(rows.get(1));
  }

  @Test
  void aCompactCodeReadsBackAndLeadsToItsPageToo() throws Exception {
    IssuedBatch batch = papers.issue("compact", 2);
    List<Row> rows = batch.rows();
    List<String> read = Zbar.read(folder, drawn(maker.get(batch.path("labels.pdf?dpi=203"))));
    assertThat(read).containsExactlyElementsOf(rows.stream().map(Row::url).toList());
    assertThat(rows.getFirst().url()).doesNotContain("?");
    activate(batch);
    theTextLeadsToThePage(rows.getFirst());
  }

  private void attachTheReport() {
    byte[] pdf = Pdfs.onePage("report of " + papers.report());
    Answer attached = maker.upload("/api/v1/reports/" + papers.report() + "/file", "file", pdf);
    assertThat(attached.status()).as(attached.toString()).isBetween(200, 201);
    assertThat(maker.get("/api/v1/reports/" + papers.report() + "/file").body()).isEqualTo(pdf);
  }

  private void activate(IssuedBatch batch) {
    Answer done = makers.bench().api(port).post(batch.path("activations"), "{'first':1,'last':2}");
    assertThat(done.status()).as(done.toString()).isEqualTo(200);
    assertThat(done.json().path("activated").asLong()).isEqualTo(2);
    assertThat(done.json().path("refused").size()).isZero();
  }

  private void theTextLeadsToThePage(Row row) {
    Http nobody = Http.to(port);
    Http.Reply redirect = nobody.get(row.path());
    assertThat(redirect.status()).isEqualTo(307);
    String query = row.path().contains("?") ? row.path().substring(row.path().indexOf('?')) : "";
    assertThat(redirect.header("Location")).isEqualTo("/scan/" + row.serial() + query);
    Http.Reply page = nobody.get(redirect.header("Location"));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("编码有效", "山羊绒", "95%", "94.6%", row.human());
    JsonNode code =
        nobody
            .with("Accept", "application/json")
            .get("/api/v1/codes/" + row.serial() + query)
            .json();
    assertThat(code.path("status").asString()).isEqualTo("ACTIVE");
    assertThat(code.path("signature").asString()).isEqualTo(query.isEmpty() ? "absent" : "valid");
    assertThat(code.path("verdict").path("code").asString()).isEqualTo("VALID_FIRST");
    assertThat(code.path("sessions").asLong()).as("reading counts nothing").isZero();
  }

  /// The published key of the slot named in the text (code-format §3: digits div 2^512).
  private String pemOf(String text) {
    int slot =
        new BigInteger(text.substring(text.lastIndexOf('.') + 1)).shiftRight(512).intValueExact();
    JsonNode keys = Http.to(port).get("/.well-known/code-keys.json").json().path("keys");
    return StreamSupport.stream(keys.spliterator(), false)
        .filter(key -> key.path("slot").asInt() == slot)
        .map(key -> key.path("pem").asString())
        .findFirst()
        .orElseThrow();
  }

  /// Every page as a 300 dpi PNG.
  private static List<byte[]> drawn(Answer pdf) throws IOException {
    assertThat(pdf.status()).as(pdf.toString()).isEqualTo(200);
    List<byte[]> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf.body())) {
      PDFRenderer renderer = new PDFRenderer(document);
      for (int i = 0; i < document.getNumberOfPages(); i++) {
        BufferedImage image = renderer.renderImageWithDPI(i, 300);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        pages.add(png.toByteArray());
      }
    }
    return pages;
  }
}
