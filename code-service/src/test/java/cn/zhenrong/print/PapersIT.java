package cn.zhenrong.print;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.Batches;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.ServiceTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class PapersIT {
  @Autowired Makers makers;
  @Autowired Batches batches;
  @Autowired Codes codes;
  @LocalServerPort int port;

  private Papers records;
  private IssuedBatch batch;
  private Api maker;

  @BeforeEach
  void anOpenBatch() {
    maker = makers.maker().api(port);
    records = Papers.of(maker);
    batch = records.issue("signed", 3);
  }

  @Test
  void theCareLabelReadsAsTheCompactTextOfItsCode(@TempDir Path folder) throws IOException {
    Answer answer = maker.get(batch.path("care-labels.pdf?from=2&count=2"));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(status(2)).isEqualTo("RELEASED");
    assertThat(status(1)).isEqualTo("ISSUED");

    List<String> texts =
        batch.rows().stream().skip(1).map(row -> row.url().split("\\?", 2)[0]).toList();
    List<Bitmap> pages =
        List.of(
            TagRaster.page(answer.body(), 0, Resolution.DPI_203),
            TagRaster.page(answer.body(), 1, Resolution.DPI_203));
    // The service itself reads each symbol with the other decoder, cut out of its page: about one
    // in a
    // hundred is not found by that one among print.
    assertThat(Zbar.read(folder, pages.stream().map(Png::of).toList())).isEqualTo(texts);
  }

  @Test
  void careLabelsHaveTheLimitsOfHangTags() {
    assertThat(maker.get(batch.path("care-labels.pdf?count=1001")).fields())
        .containsExactly("count tag.count");
    assertThat(maker.get(batch.path("care-labels.pdf?from=4")).fields())
        .containsExactly("from tag.from");
    assertThat(maker.get(batch.path("care-labels.pdf?dpi=72")).fields())
        .containsExactly("dpi tag.dpi");
  }

  @Test
  void anotherMakerGetsNothing() {
    Api other = makers.maker().api(port);
    Papers theirs = Papers.of(other);

    assertThat(other.get(batch.path("care-labels.pdf")).status()).isEqualTo(404);
    assertThat(other.get(batch.path("card.pdf")).status()).isEqualTo(404);
    assertThat(other.get(form(records.style(), records.label())).status()).isEqualTo(404);
    assertThat(other.get(form(theirs.style(), records.label())).status()).isEqualTo(404);
    assertThat(maker.get(form(records.style(), theirs.label())).status()).isEqualTo(404);
    assertThat(makers.bench().api(port).get(form(records.style(), records.label())).status())
        .isEqualTo(403);
    assertThat(new Api(port, "").get(batch.path("card.pdf")).status()).isEqualTo(401);
    Api association = makers.association().api(port);
    assertThat(association.get(form(records.style(), records.label())).status()).isEqualTo(200);
    assertThat(association.get(batch.path("card.pdf")).status()).isEqualTo(200);
  }

  @Test
  void papersOfAHeldBatchDoNotLeaveTheHouse() {
    Answer placed =
        makers
            .association()
            .api(port)
            .post("/api/v1/holds", "{'scope':{'batch':'" + batch.id() + "'},'reason':'抽检不合格'}");
    assertThat(placed.status()).as(placed.toString()).isEqualTo(201);

    for (String paper : List.of("care-labels.pdf", "card.pdf")) {
      Answer refused = maker.get(batch.path(paper));
      assertThat(refused.status()).as(paper).isEqualTo(409);
      assertThat(refused.json().at("/details/zh").asString()).contains("抽检不合格");
    }
  }

  private String status(long sequence) {
    // Not from the file of codes: who downloads it has them all released.
    Batch known = batches.find(new BatchId(Long.parseLong(batch.id()))).orElseThrow();
    String serial = codes.at(known, sequence).serial().text();
    return maker.get("/api/v1/codes/" + serial + "/history").text("status");
  }

  private static String form(String style, String label) {
    return "/api/v1/styles/" + style + "/order-form.pdf?labelId=" + label;
  }
}
