package cn.zhenrong.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.evidence.ReportId;
import cn.zhenrong.evidence.ReportWithdrawn;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.ServiceTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What a report lacks is told wherever the report is: on the pages, on paper and in JSON.
@ServiceTest
class LacksIT {
  private static final String NO_LAB = "这家检验机构不在协会的名册中";
  private static final String NO_LAB_EN = "This laboratory is not in the association’s register";
  private static final String NO_ORIGINAL = "检验报告的原件未存档";
  private static final String NO_ORIGINAL_EN = "The laboratory’s original report is not on file";

  @Autowired Makers makers;
  @Autowired KnownFacts facts;
  @LocalServerPort int port;

  @Test
  void isToldAlikeOnPagesOnPaperAndToMachinesAndGoneWhenItIsThere() throws IOException {
    Api maker = makers.maker().api(port);
    Papers papers = Papers.of(maker);
    String lab = "从未登记检测中心" + papers.style();
    String report = report(maker, papers.style(), lab);
    String serial =
        new Papers(maker, papers.style(), papers.label(), report)
            .issue("compact", 1)
            .rows()
            .getFirst()
            .serial();

    assertThat(lacks(serial)).containsExactly("LAB_NOT_REGISTERED", "ORIGINAL_NOT_ON_FILE");
    assertThat(page(serial, "?lang=zh")).contains(NO_LAB, NO_ORIGINAL);
    assertThat(page(serial, "?lang=en")).contains(NO_LAB_EN, NO_ORIGINAL_EN);
    assertThat(page(serial, "/report?lang=en")).contains(NO_LAB_EN, NO_ORIGINAL_EN);
    assertThat(paper(serial)).contains(NO_LAB, NO_LAB_EN, NO_ORIGINAL, NO_ORIGINAL_EN);

    Answer registered =
        makers
            .association()
            .api(port)
            .post(
                "/api/v1/labs",
                "{'name':'%s','accreditations':[{'mark':'CNAS','certificate':'L1234',"
                        .formatted(lab)
                    + "'validFrom':'2020-01-01','validUntil':'2030-01-01'}]}");
    assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
    assertThat(lacks(serial)).as("shows at once").containsExactly("ORIGINAL_NOT_ON_FILE");
    assertThat(page(serial, "?lang=zh")).contains(NO_ORIGINAL).doesNotContain(NO_LAB);
    assertThat(paper(serial)).contains(NO_ORIGINAL).doesNotContain(NO_LAB, NO_LAB_EN);

    Answer filed = maker.upload("/api/v1/reports/" + report + "/file", "file", pdf());
    assertThat(filed.status()).as(filed.toString()).isBetween(200, 201);
    // What stands behind a batch is believed for a while (docs/decisions/0095), unless it is
    // dropped, as when its report is taken back.
    facts.withdrawn(new ReportWithdrawn(new ReportId(Long.parseLong(report))));
    assertThat(lacks(serial)).isEmpty();
    assertThat(page(serial, "?lang=zh")).doesNotContain(NO_ORIGINAL, NO_LAB);
    assertThat(paper(serial)).doesNotContain(NO_ORIGINAL, NO_LAB);
  }

  /// As the fast lane tells it, which has to be as the controller does.
  private List<String> lacks(String serial) {
    String path = "/api/v1/codes/" + serial;
    JsonNode fast = Http.to(port).get(path).json().at("/report/lacks");
    JsonNode slow = new Api(port, "").with("Accept", "application/json;q=0.9").get(path).json();
    assertThat(fast.isArray()).isTrue();
    assertThat(fast).isEqualTo(slow.at("/report/lacks"));
    return StreamSupport.stream(fast.spliterator(), false).map(JsonNode::asString).toList();
  }

  private String page(String serial, String rest) {
    return Http.to(port).get("/scan/" + serial + rest).text();
  }

  private String paper(String serial) throws IOException {
    byte[] bytes = Http.to(port).get("/scan/" + serial + "/certificate.pdf").bytes();
    try (PDDocument document = Loader.loadPDF(bytes)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static String report(Api maker, String style, String lab) {
    Answer made =
        maker.post(
            "/api/v1/reports",
            """
            {'number':'N-%s','lab':'%s','issuedOn':'2026-10-08','method':'GB/T 16988-2013',
             'basis':'official-regain','sampling':'submitted','styleId':'%s','coversQuantity':10,
             'parts':[{'part':'大身','fibres':[{'fibre':'山羊绒','percent':'94.6'},
                                             {'fibre':'绵羊毛','percent':'5.4'}]}]}
            """
                .formatted(style, lab, style));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return made.text("id");
  }

  private static byte[] pdf() throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      document.addPage(new PDPage());
      document.save(bytes);
      return bytes.toByteArray();
    }
  }
}
