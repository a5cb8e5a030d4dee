package cn.zhenrong.product;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.party.Role;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class StylesIT {
  private static final String PATH = "/api/v1/styles";

  @Autowired Makers makers;
  @Autowired Styles styles;
  @LocalServerPort int port;

  private Member member;
  private Api maker;

  @BeforeEach
  void aMaker() {
    member = makers.maker();
    maker = member.api(port);
  }

  @Test
  void keepsAStyleAsItWasSent() {
    Answer made =
        maker.post(
            PATH,
            """
            {'styleNo':'K2601','name':'圆领羊绒衫','gtin':'%s','markets':['EU','CN'],
             'standard':'FZ/T 73009-2021','safetyClass':'B',
             'variants':[{'colour':'驼色','size':'170/92A','gtin':'%s'},{'colour':'驼色','size':'175/96A'}]}
            """
                .formatted(member.gtin(1), member.gtin(2)));

    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    Answer read = maker.get(PATH + "/" + made.text("id"));
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.json()).isEqualTo(made.json());
    assertThat(read.text("styleNo")).isEqualTo("K2601");
    assertThat(read.text("gtin")).isEqualTo(member.gtin(1));
    assertThat(read.json().path("id").isString()).isTrue();
    assertThat(read.json().path("markets").toString()).isEqualTo("[\"CN\",\"EU\"]");
    assertThat(read.json().at("/variants/0/gtin").asString()).isEqualTo(member.gtin(2));
    assertThat(read.json().at("/variants/1/gtin").isNull()).isTrue();
  }

  @Test
  void findsAVariantByColourAndSize() {
    Answer made =
        maker.post(
            PATH,
            "{'styleNo':'V1','name':'衫','variants':[{'colour':'驼色','size':'M'},"
                + "{'colour':'米白','size':'M'}]}");
    Style style = styles.get(member.caller(), new StyleId(Long.parseLong(made.text("id"))));

    assertThat(styles.variant(style, " 米白 ", "M")).contains(new Variant("米白", "M", null));
    assertThat(styles.variant(style, "米白", "L")).isEmpty();
  }

  @Test
  void sellsInChinaUnlessItSaysOtherwise() {
    Answer made = maker.post(PATH, "{'styleNo':'C1','name':'衫'}");
    assertThat(made.json().path("markets").toString()).isEqualTo("[\"CN\"]");
    assertThat(made.json().path("gtin").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'name':'衫'} | styleNo field.missing",
        "{'styleNo':'A','name':'  '} | name field.missing",
        "{'styleNo':'A','name':'衫\\u202eabc'} | name text.control-characters",
        "{'styleNo':'A\\u0007','name':'衫'} | styleNo text.control-characters",
        "{'styleNo':'A','name':'衫\\u200b'} | name text.control-characters",
        "{'styleNo':'A','name':'衫','markets':['CN','FR']} | markets market.unknown",
        "{'styleNo':'A','name':'衫','markets':[null]} | markets market.unknown",
        "{'styleNo':'A','name':'衫','safetyClass':'D'} | safetyClass safety-class",
        "{'styleNo':'A','name':'衫','safetyClass':'B类'} | safetyClass safety-class",
        "{'styleNo':'A','name':'衫','standard':'12345678901234567890123456789012345678901'}"
            + " | standard text.too-long",
        "{'styleNo':'A','name':'衫','gtin':'09521234543210'} | gtin gtin.check-digit",
        "{'styleNo':'A','name':'衫','gtin':'9521234543213'} | gtin gtin.syntax",
        "{'styleNo':'A','name':'衫','gtin':'02012345678903'} | gtin gtin.prefix",
        "{'styleNo':'A','name':'衫','gtin':'19521234543210'} | gtin gtin.prefix",
        "{'styleNo':'A','name':'衫','variants':[null]} | variants[0].colour field.missing",
        "{'styleNo':'A','name':'衫','variants':[{'colour':'红','size':'M'},{'colour':'红','size':'M '}]}"
            + " | variants[1] variant.twice",
        "{'styleNo':'A','name':'衫','variants':[{'colour':'红','size':'M','gtin':'1'}]}"
            + " | variants[0].gtin gtin.syntax",
        "{'styleNo':7,'name':'衫'} | styleNo json.not-text",
      })
  void refusesWhatIsNotAStyle(String body, String field) {
    Answer answer = maker.post(PATH, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.fields()).contains(field);
    assertThat(answer.text("detail")).isNotBlank();
  }

  @Test
  void takesFiveHundredVariantsAndNoMore() {
    assertThat(maker.post(PATH, withVariants("M500", 500)).status()).isEqualTo(201);
    Answer refused = maker.post(PATH, withVariants("M501", 501));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.fields()).containsExactly("variants variant.count");
  }

  @Test
  void refusesTheSameNumberTwiceForOnePartyOnly() {
    String body = "{'styleNo':'K1','name':'衫'}";
    assertThat(maker.post(PATH, body).status()).isEqualTo(201);
    Answer again = maker.post(PATH, body);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.problem()).isEqualTo("already-exists");
    assertThat(makers.maker().api(port).post(PATH, body).status()).isEqualTo(201);
  }

  @Test
  void refusesAGtinOfAnotherHolder() {
    Member other = makers.maker();
    Answer answer =
        maker.post(PATH, "{'styleNo':'G1','name':'衫','gtin':'%s'}".formatted(other.gtin(5)));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.fields()).containsExactly("gtin gtin.other-holder");
  }

  @Test
  void refusesAGtinThatStandsOnAnotherStyleOrVariant() {
    String gtin = member.gtin(7);
    assertThat(
            maker
                .post(
                    PATH,
                    "{'styleNo':'G1','name':'衫','variants':[{'colour':'红','size':'M','gtin':'%s'}]}"
                        .formatted(gtin))
                .status())
        .isEqualTo(201);

    Answer again = maker.post(PATH, "{'styleNo':'G2','name':'衫','gtin':'%s'}".formatted(gtin));
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.fields()).containsExactly("gtin gtin.in-use");

    Answer twice =
        maker.post(
            PATH,
            ("{'styleNo':'G3','name':'衫','gtin':'%1$s',"
                    + "'variants':[{'colour':'红','size':'M','gtin':'%1$s'}]}")
                .formatted(member.gtin(8)));
    assertThat(twice.fields()).containsExactly("variants[0].gtin gtin.in-use");
  }

  @Test
  void showsAMakerItsOwnStylesOnly() {
    Api other = makers.maker().api(port);
    String id = other.post(PATH, "{'styleNo':'OTHER','name':'别家'}").text("id");
    maker.post(PATH, "{'styleNo':'MINE','name':'衫'}");

    assertThat(maker.get(PATH).json().findValuesAsString("styleNo")).containsExactly("MINE");
    Answer hidden = maker.get(PATH + "/" + id);
    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.toString()).doesNotContain("OTHER");
    assertThat(maker.get(PATH + "/12345").status()).isEqualTo(404);
    assertThat(maker.get(PATH + "/abc").status()).isEqualTo(404);
  }

  @Test
  void listsNewestFirstInPages() {
    for (int i = 1; i <= 3; i++) {
      maker.post(PATH, "{'styleNo':'P%d','name':'衫'}".formatted(i));
    }
    Answer first = maker.get(PATH + "?limit=2");
    assertThat(first.json().findValuesAsString("styleNo")).containsExactly("P3", "P2");
    String last = first.json().findValuesAsString("id").getLast();
    assertThat(maker.get(PATH + "?limit=2&before=" + last).json().findValuesAsString("styleNo"))
        .containsExactly("P1");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0,limit listing.number",
    "limit=201,limit number.range",
    "limit=x,limit listing.number",
    "before=-1,before listing.number",
    "before=0,before listing.number",
    "before=9223372036854775808,before listing.number",
    "before=99999999999999999999,before listing.number"
  })
  void refusesAStretchOfTheListThatIsNone(String query, String field) {
    Answer answer = maker.get(PATH + "?" + query);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.fields()).containsExactly(field);
  }

  @Test
  void letsTheAssociationReadAllAndWriteNothing() {
    String id = maker.post(PATH, "{'styleNo':'A1','name':'衫'}").text("id");
    Api association = makers.association().api(port);
    assertThat(association.get(PATH + "/" + id).text("styleNo")).isEqualTo("A1");
    assertThat(association.get(PATH + "?limit=200").json().findValuesAsString("id")).contains(id);
    assertThat(association.post(PATH, "{'styleNo':'A2','name':'衫'}").status()).isEqualTo(403);
  }

  @Test
  void keepsTheBenchAndStrangersOut() {
    String id = maker.post(PATH, "{'styleNo':'Q1','name':'衫'}").text("id");
    Api bench = makers.colleague(member, Role.QC).api(port);
    assertThat(bench.get(PATH).status()).isEqualTo(403);
    assertThat(bench.get(PATH + "/" + id).status()).isEqualTo(403);
    assertThat(bench.post(PATH, "{'styleNo':'Q2','name':'衫'}").status()).isEqualTo(403);
    assertThat(new Api(port, "").get(PATH).status()).isEqualTo(401);
  }

  @Test
  void refusesJsonThatIsTooDeep() {
    String deep =
        "{\"styleNo\":\"D\",\"name\":\"n\",\"x\":" + "[".repeat(2000) + "]".repeat(2000) + "}";
    Answer answer = maker.post(PATH, deep);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("malformed-request");
  }

  private static String withVariants(String number, int count) {
    StringBuilder variants = new StringBuilder();
    for (int i = 0; i < count; i++) {
      variants.append(i == 0 ? "" : ",").append("{'colour':'色").append(i).append("','size':'M'}");
    }
    return "{'styleNo':'" + number + "','name':'衫','variants':[" + variants + "]}";
  }
}
