package cn.zhenrong.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.Http.Reply;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.ServiceTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackedIT {
  private static final int FIRST_ROUND_TRIP = 14 * 1024;

  @Autowired Makers makers;
  @LocalServerPort int port;

  private String path;

  @BeforeAll
  void aCode() {
    Member member = makers.maker();
    IssuedBatch batch = Papers.of(member.api(port), member.gtin(3)).issue("signed", 1);
    path = "/scan/" + batch.rows().getFirst().serial();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "gzip, deflate, br, zstd", "br;q=1.0, GZIP;q=0.2", " ,gzip "})
  void thePageOfACodeIsPackedForWhoeverUnpacksIt(String accepted) throws IOException {
    Reply packed = asked(accepted);
    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(packed.response().headers().allValues("Vary"))
        .contains("Accept-Language", "Accept-Encoding");
    assertThat(packed.bytes()).hasSizeLessThan(FIRST_ROUND_TRIP);
    try (GZIPInputStream page = new GZIPInputStream(new ByteArrayInputStream(packed.bytes()))) {
      assertThat(withoutNonce(new String(page.readAllBytes(), StandardCharsets.UTF_8)))
          .isEqualTo(withoutNonce(Http.to(port).get(path).text()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"identity", "br", "gzip;q=0", "gzip;q=0, br", "gzip;q=x", ";;", "x-gzipped"})
  void everybodyElseGetsItAsItIs(String accepted) {
    Reply plain = asked(accepted);
    assertThat(plain.status()).isEqualTo(200);
    assertThat(plain.header("Content-Encoding")).isEmpty();
    assertThat(plain.text()).startsWith("<!doctype html>");
  }

  private Reply asked(String accepted) {
    Reply reply = Http.to(port).with("Accept-Encoding", accepted).get(path);
    assertThat(reply.status()).isEqualTo(200);
    return reply;
  }

  private static String withoutNonce(String page) {
    return page.replaceAll("(data-nonce=|name=\"nonce\" value=)\"[^\"]*\"", "$1");
  }
}
