package cn.zhenrong.print;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.ServiceTest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Tags that were printed are on record, and a part of them says that it is one.
@ServiceTest
class PrintsIT {
  @Autowired Makers makers;
  @LocalServerPort int port;

  private Member member;
  private Api maker;
  private Papers records;
  private IssuedBatch batch;

  @BeforeEach
  void fiveCodes() {
    member = makers.maker();
    maker = member.api(port);
    records = Papers.of(maker);
    batch = records.issue("compact", 5);
  }

  @Test
  void everyPrintingIsOnRecordAndASecondOneIsMarked() {
    print("labels.pdf?count=2");
    // A package may still leave without a reason: only files of codes count as one.
    assertThat(zip("'from':5").status()).isEqualTo(200);
    print("labels.zpl?from=2&count=2");
    print("labels.tspl?from=1&count=5&reason=%E5%8D%B7%E7%BA%B8%E6%92%95%E5%9D%8F");
    print("care-labels.pdf?from=4&count=1");
    print("codes/3.svg");
    print("codes/3.png");
    batch.rows();

    assertThat(downloads())
        .containsExactly(
            "CSV 1-5 again [1-5]",
            "PNG 3-3 again [3-3]",
            "SVG 3-3 again [3-3]",
            "CARE 4-4 again [4-4]",
            "TSPL 1-5 again [1-3, 5-5]",
            "ZPL 2-3 again [2-2]",
            "ZIP 5-5 again []",
            "PDF 1-2 again []");
    JsonNode tspl = maker.get(batch.path("downloads")).json().get(4);
    assertThat(tspl.path("reason").asString()).isEqualTo("卷纸撕坏");
    assertThat(tspl.path("person").asString()).isEqualTo(Long.toString(member.caller().person()));
    assertThat(tspl.path("requestId").asString()).isNotEmpty();
    assertThat(tspl.path("state").asString()).isEqualTo("COMPLETE");
    assertThat(maker.get(batch.path("labels.pdf?reason=" + "x".repeat(201))).fields())
        .containsExactly("reason text.too-long");
  }

  @Test
  void aPartSaysThatItIsOneAndWhereTheRestIs() {
    Answer some = print("labels.pdf?count=2&dpi=300");
    assertThat(some.header("Content-Disposition"))
        .contains("\"zhenrong-" + batch.id() + "-labels-1-2-of-5.pdf\"");
    String next = some.header("Link");
    assertThat(next)
        .isEqualTo("<" + batch.path("labels.pdf?from=3&count=2&dpi=300") + ">; rel=\"next\"");

    Answer more = maker.get(next.substring(1, next.indexOf('>')));
    assertThat(more.header("Content-Disposition")).contains("-labels-3-4-of-5.pdf");
    Answer rest = print("care-labels.pdf?from=5");
    assertThat(rest.header("Content-Disposition")).contains("-care-labels-5-5-of-5.pdf");
    assertThat(rest.header("Link")).isEmpty();
    assertThat(print("labels.zpl?count=4").header("Content-Disposition"))
        .contains("-labels-1-4-of-5.zpl");
  }

  @Test
  void withoutCareThereIsNoCareLabel() {
    assertThat(
            maker
                .put("/api/v1/styles/" + records.style() + "/details", "{'care':['wash-hand']}")
                .status())
        .isEqualTo(200);

    Answer refused = maker.get(batch.path("care-labels.pdf"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().at("/details/zh").asString()).contains("缺少维护方法");
    assertThat(downloads()).isEmpty();
    assertThat(print("labels.pdf").status()).isEqualTo(200);
  }

  private Answer print(String what) {
    Answer answer = maker.get(batch.path(what));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer;
  }

  private Answer zip(String members) {
    return maker.post(batch.path("codes.zip"), "{'password':'a long password'," + members + "}");
  }

  private List<String> downloads() {
    return StreamSupport.stream(maker.get(batch.path("downloads")).json().spliterator(), false)
        .map(one ->
            one.path("form").asString() + " " + range(one) + " again " + again(one.path("again")))
        .toList();
  }

  private static List<String> again(JsonNode again) {
    return StreamSupport.stream(again.spliterator(), false).map(PrintsIT::range).toList();
  }

  private static String range(JsonNode node) {
    return node.path("first").asLong() + "-" + node.path("last").asLong();
  }
}
