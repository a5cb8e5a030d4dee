package cn.zhenrong.product;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A style is completed and corrected under its number.
@ServiceTest
class DescribingIT {
  @Autowired Makers makers;
  @LocalServerPort int port;

  private Member member;
  private Api maker;

  @BeforeEach
  void aMaker() {
    member = makers.maker();
    maker = member.api(port);
  }

  @Test
  void whatWasLeftOutIsAddedAndWhatWasWrongIsCorrected() {
    String style =
        maker
            .post(
                "/api/v1/styles",
                "{'styleNo':'D1','name':'衫','variants':[{'colour':'驼','size':'M','gtin':'"
                    + member.gtin(1)
                    + "'}]}")
            .text("id");

    Answer completed =
        describe(
            style,
            "{'standard':'FZ/T 73009-2021','safetyClass':'B','variants':["
                + "{'colour':'驼色','size':'M','gtin':'%s'},{'colour':'驼色','size':'L','gtin':'%s'}]}",
            member.gtin(2),
            member.gtin(3));

    assertThat(completed.status()).as(completed.toString()).isEqualTo(200);
    assertThat(completed.text("standard")).isEqualTo("FZ/T 73009-2021");
    assertThat(completed.text("safetyClass")).isEqualTo("B");
    assertThat(completed.json().path("variants").size()).isEqualTo(2);
    assertThat(completed.json().at("/variants/0/colour").asString()).isEqualTo("驼色");
    assertThat(maker.get("/api/v1/styles/" + style).json()).isEqualTo(completed.json());
    // What the style gave back is free, what it has is not.
    assertThat(newStyle("D2", member.gtin(1)).status()).isEqualTo(201);
    assertThat(newStyle("D3", member.gtin(3)).fields()).containsExactly("gtin gtin.in-use");
    // What is not sent stays.
    Answer described = describe(style, "{'care':['wash-hand']}");
    assertThat(described.text("standard")).isEqualTo("FZ/T 73009-2021");
    assertThat(described.json().path("variants")).isEqualTo(completed.json().path("variants"));
  }

  @Test
  void onceCodesWereAppliedForOnlyFurtherVariantsCome() {
    Papers papers = Papers.of(maker);
    papers.issue("compact", 1);
    String style = papers.style();
    String variant = "{'colour':'驼色','size':'170/92A'}";

    for (String change :
        new String[] {
          "{'standard':'GB/T 22849-2014'}",
          "{'safetyClass':'A'}",
          "{'variants':[]}",
          "{'variants':[{'colour':'驼色','size':'175/96A'}]}",
          "{'variants':[{'colour':'驼色','size':'170/92A','gtin':'" + member.gtin(1) + "'}]}"
        }) {
      Answer refused = describe(style, change);
      assertThat(refused.status()).as(change).isEqualTo(409);
      assertThat(refused.json().at("/details/zh").asString()).contains("已申请过编码");
    }
    Answer later =
        describe(
            style,
            "{'standard':'FZ/T 73009-2021','variants':["
                + variant
                + ",{'colour':'驼色','size':'175/96A'}]}");
    assertThat(later.status()).as(later.toString()).isEqualTo(200);
    assertThat(
            maker
                .post(
                    "/api/v1/batches",
                    papers.application("compact", 1).replace("170/92A", "175/96A"))
                .status())
        .isEqualTo(201);
  }

  @Test
  void refusesWhatIsWrongWithIt() {
    String style = newStyle("D9", member.gtin(9)).text("id");
    assertThat(
            describe(
                    style,
                    "{'safetyClass':'B类','variants':[{'colour':'红','size':'M','gtin':'%s'}]}",
                    member.gtin(9))
                .fields())
        .containsExactlyInAnyOrder("safetyClass safety-class", "variants[0].gtin gtin.in-use");
    assertThat(describe(style, "{'saftyClass':'B'}").fields())
        .containsExactly("saftyClass json.unknown");
    assertThat(
            makers
                .maker()
                .api(port)
                .put("/api/v1/styles/" + style + "/details", "{'safetyClass':'B'}")
                .status())
        .isEqualTo(404);
  }

  private Answer newStyle(String number, String gtin) {
    return maker.post(
        "/api/v1/styles", "{'styleNo':'" + number + "','name':'衫','gtin':'" + gtin + "'}");
  }

  private Answer describe(String style, String body, Object... gtins) {
    return maker.put("/api/v1/styles/" + style + "/details", body.formatted(gtins));
  }
}
