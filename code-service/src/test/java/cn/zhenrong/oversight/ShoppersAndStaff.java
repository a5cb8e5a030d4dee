package cn.zhenrong.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Form;
import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.Http.Reply;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Papers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/// Who reports and who answers, with what both need.
abstract class ShoppersAndStaff {
  static final String NEVER_ISSUED = "0000000000000000";
  static final String PHONE = "139 0000 1234";
  private static final Pattern NONCE = Pattern.compile("name=\"nonce\" value=\"([^\"]+)\"");

  @Autowired Makers makers;
  @Autowired JdbcTemplate jdbc;
  @LocalServerPort int port;

  Http shopper;
  Api association;

  @BeforeEach
  void people() {
    shopper = Http.to(port);
    association = makers.association().api(port);
  }

  Form form(String path) {
    Reply page = shopper.get(path);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Set-Cookie")).isEmpty();
    Matcher nonce = NONCE.matcher(page.text());
    assertThat(nonce.find()).isTrue();
    return new Form().with("nonce", nonce.group(1));
  }

  void answer(String number, String json) {
    Answer answer = association.post("/api/v1/cases/" + number + "/answer", json);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  static String number(Reply sent) {
    assertThat(sent.status()).as(sent.text()).isEqualTo(303);
    return sent.header("Location").replaceAll("^/cases/|\\?.*", "");
  }

  long count() {
    Long rows = jdbc.queryForObject("SELECT COUNT(*) FROM complaint_case", Long.class);
    return rows == null ? -1 : rows;
  }

  Row anActiveCode() {
    Api maker = makers.maker().api(port);
    IssuedBatch batch = Papers.of(maker).issue("signed", 1);
    makers.bench().api(port).post(batch.path("activations"), "{'first':1,'last':1}");
    return batch.rows().getFirst();
  }
}
