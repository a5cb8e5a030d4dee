package cn.zhenrong.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.product.StyleId;
import cn.zhenrong.product.StyleLinksChanged;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/// What stands on the page in the maker's own words, and leads away from it.
@ServiceTest
class FromMakerIT {
  private static final String EVIL = "</a><script>alert(1)</script>";

  @Autowired Makers makers;
  @Autowired KnownLinks links;
  @Autowired JdbcTemplate jdbc;
  @LocalServerPort int port;

  private Papers mine;
  private Papers theirs;
  private String serial;

  @BeforeEach
  void codesOfTwoMakers() {
    mine = Papers.of(makers.maker().api(port));
    theirs = Papers.of(makers.maker().api(port));
    serial = mine.issue("compact", 1).rows().getFirst().serial();
  }

  @Test
  void linksOfTheStyleAreThereEscapedAndThoseOfNobodyElse() {
    add(mine, EVIL, "https://maker.example.cn/care?a=1&b='x'");
    add(theirs, "别家的说明", "https://other.example.cn/care");
    Papers sister = Papers.of(mine.maker());
    add(sister, "另一款的说明", "https://maker.example.cn/sister");
    for (String language : List.of("zh", "en")) {
      String page = page(language);
      assertThat(page)
          .contains(
              "<a href=\"https://maker.example.cn/care?a=1&amp;b=&#39;x&#39;\""
                  + " rel=\"noopener noreferrer nofollow external\"",
              "&lt;/a&gt;&lt;script&gt;alert(1)&lt;/script&gt;",
              "<span class=\"note\">maker.example.cn</span>")
          .doesNotContain(EVIL, "other.example.cn", "别家的说明", "/sister", "另一款的说明");
    }
  }

  /// Whoever gets past the door, such as into the table itself, gets no link and breaks no page.
  @Test
  void noLinkRunsAScriptWhateverTheTableHolds() {
    for (String bad : List.of("javascript:alert(1)", "data:text/html,x", "http://a.example.cn/")) {
      assertThat(post(mine, "洗涤说明", bad).fields()).hasSize(1).first().asString().contains("url");
    }
    add(mine, "第一条", "https://maker.example.cn/first");
    add(mine, "第二条", "https://maker.example.cn/second");
    int changed =
        jdbc.update(
            "UPDATE style_link SET url = 'javascript:alert(1)' WHERE style_id = ? AND title = ?",
            Long.parseLong(mine.style()),
            "第一条");
    assertThat(changed).isEqualTo(1);
    links.changed(new StyleLinksChanged(new StyleId(Long.parseLong(mine.style()))));
    assertThat(page("zh")).contains("第二条").doesNotContain("javascript:", "第一条");
  }

  private String page(String language) {
    Http.Reply page = Http.to(port).get("/scan/" + serial + "?lang=" + language);
    assertThat(page.status()).isEqualTo(200);
    return page.text();
  }

  private static void add(Papers papers, String title, String url) {
    Answer added = post(papers, title, url);
    assertThat(added.status()).as(added.toString()).isEqualTo(201);
  }

  private static Answer post(Papers papers, String title, String url) {
    Api maker = papers.maker();
    String json =
        "{\"type\":\"instructions\",\"title\":\"%s\",\"language\":\"zh\",\"url\":\"%s\"}"
            .formatted(title, url);
    byte[] body = json.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return maker.post("/api/v1/styles/" + papers.style() + "/links", "application/json", body);
  }
}
