package cn.zhenrong.product;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@ServiceTest
class StyleLinksIT {
  private static final String CARE =
      "{'type':'gs1:instructions','title':' 洗涤说明 ','language':'zh-CN',"
          + "'url':'https://maker.example.cn:8443/care?v=1','mediaType':'text/html'}";

  @Autowired Makers makers;
  @Autowired JdbcTemplate jdbc;
  @LocalServerPort int port;

  private Member member;
  private Api maker;
  private String style;
  private String path;

  @BeforeEach
  void aStyle() {
    member = makers.maker();
    maker = member.api(port);
    style = maker.post("/api/v1/styles", "{'styleNo':'L1','name':'衫'}").text("id");
    path = "/api/v1/styles/" + style + "/links";
  }

  @Test
  void aLinkIsAddedReadChangedAndTakenAway() {
    Answer added = maker.post(path, CARE);
    assertThat(added.status()).as(added.toString()).isEqualTo(201);
    assertThat(added.text("type")).isEqualTo("instructions");
    assertThat(added.text("title")).isEqualTo("洗涤说明");
    assertThat(added.text("language")).isEqualTo("zh-CN");
    assertThat(added.text("url")).isEqualTo("https://maker.example.cn:8443/care?v=1");
    assertThat(maker.get(path).json().get(0)).isEqualTo(added.json());
    assertThat(makers.association().api(port).get(path).json().size()).isEqualTo(1);

    String one = path + "/" + added.text("id");
    Answer changed =
        maker.put(
            one, "{'type':'recallStatus','title':'Recall','url':'https://maker.example.cn/r'}");
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(changed.text("type")).isEqualTo("recallStatus");
    assertThat(changed.json().path("language").isNull()).isTrue();
    assertThat(changed.text("id")).isEqualTo(added.text("id"));
    assertThat(maker.put(one, CARE).status()).isEqualTo(200);
    assertThat(maker.put(one, CARE).status()).as("nothing changes").isEqualTo(200);

    assertThat(maker.delete(one).status()).isEqualTo(204);
    assertThat(maker.delete(one).status()).isEqualTo(404);
    assertThat(maker.put(one, CARE).status()).isEqualTo(404);
    assertThat(maker.get(path).json().size()).isZero();
    assertThat(
            jdbc.queryForList(
                "SELECT action FROM audit WHERE subject = ? ORDER BY id",
                String.class,
                "style/" + style))
        .containsExactly(
            "style.register",
            "style.link.add",
            "style.link.change",
            "style.link.change",
            "style.link.change",
            "style.link.remove");
  }

  @Test
  void onlyItsMakerWritesAndAnotherMakerSeesNothing() {
    String one = path + "/" + maker.post(path, CARE).text("id");
    Api other = makers.maker().api(port);
    assertThat(other.get(path).status()).isEqualTo(404);
    assertThat(other.post(path, CARE).status()).isEqualTo(404);
    assertThat(other.put(one, CARE).status()).isEqualTo(404);
    assertThat(other.delete(one).status()).isEqualTo(404);
    Api association = makers.association().api(port);
    assertThat(association.post(path, CARE).status()).isEqualTo(403);
    assertThat(association.delete(one).status()).isEqualTo(403);
    assertThat(makers.bench().api(port).get(path).status()).isEqualTo(403);
    String elsewhere = maker.post("/api/v1/styles", "{'styleNo':'L2','name':'衫'}").text("id");
    String moved = one.replace(style, elsewhere);
    assertThat(maker.put(moved, CARE).status()).isEqualTo(404);
    assertThat(maker.delete(moved).status()).isEqualTo(404);
    assertThat(maker.get(path).json().size()).isEqualTo(1);
  }

  @Test
  void aStyleHasTwentyLinksAtMost() {
    for (int i = 0; i < StyleLinks.MOST; i++) {
      assertThat(maker.post(path, CARE).status()).isEqualTo(201);
    }
    Answer refused = maker.post(path, CARE);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("state-conflict");
    assertThat(maker.get(path).json().size()).isEqualTo(StyleLinks.MOST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://maker.example.cn/",
        "HTTPS://maker.example.cn/",
        "javascript:alert(1)",
        "//maker.example.cn/",
        "maker.example.cn",
        "https:///x",
        "https://user@maker.example.cn/",
        "https://user:password@maker.example.cn/",
        "https://localhost/",
        "https://LOCALHOST:8443/",
        "https://a.localhost/",
        "https://printer.local/",
        "https://db.internal/",
        "https://127.0.0.1/",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://[::1]/",
        "https://10.0.0.8/",
        "https://maker/",
        "https://maker.example.cn./",
        "https://maker.example.cn:0/",
        "https://maker.example.cn:65536/",
        "https://maker.example.cn/#part",
        "https://maker.example.cn/a b",
        "https://maker.example.cn/你好",
        "https://maker.example.cn/\\\\evil",
        "https://maker.example.cn\\\\@evil.example/",
        "https://maker_1.example.cn/",
      })
  void refusesAnAddressNobodyShouldBeSentTo(String url) {
    Answer refused =
        maker.post(path, "{'type':'instructions','title':'x','url':'%s'}".formatted(url));
    assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
    assertThat(refused.fields()).containsExactly("url link.url");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | type field.missing",
        "{'type':'pip','title':'x','url':'https://a.cn/'} | type link.type",
        "{'type':'gs1:epcis','title':'x','url':'https://a.cn/'} | type link.type",
        "{'type':'Instructions','title':'x','url':'https://a.cn/'} | type link.type",
        "{'type':'instructions','url':'https://a.cn/'} | title field.missing",
        "{'type':'instructions','title':'a\\u202eb','url':'https://a.cn/'} | title text.control-characters",
        "{'type':'instructions','title':'x'} | url field.missing",
        "{'type':'instructions','title':'x','url':'https://a.cn/','language':'zh-Hans'} | language text.too-long",
        "{'type':'instructions','title':'x','url':'https://a.cn/','language':'ZH'} | language link.language",
        "{'type':'instructions','title':'x','url':'https://a.cn/','mediaType':'html'} | mediaType link.media-type",
      })
  void refusesWhatIsNoLink(String body, String field) {
    Answer refused = maker.post(path, body);
    assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
    assertThat(refused.fields()).contains(field);
  }

  @Test
  void theAddressHasFiveHundredCharactersAtMost() {
    String body = "{'type':'instructions','title':'x','url':'https://a.cn/%s'}";
    assertThat(maker.post(path, body.formatted("x".repeat(487))).status()).isEqualTo(201);
    assertThat(maker.post(path, body.formatted("x".repeat(488))).fields())
        .containsExactly("url text.too-long");
  }
}
