package cn.zhenrong.issue;

import static cn.zhenrong.issue.Garment.PATH;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.LogTap;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.ServiceTest;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@ServiceTest
class CodesZipIT {
  private static final String PASSWORD = "horse battery 27";

  @Autowired Makers makers;
  @Autowired JdbcTemplate sql;
  @LocalServerPort int port;

  private Api maker;
  private String batch;

  @BeforeEach
  void aBatch() {
    maker = makers.maker().api(port);
    Garment garment = Garment.passing(maker, 10_000);
    batch = PATH + "/" + garment.openBatch(garment.body("5000", ""));
  }

  @Test
  void holdsCodesManifestAndDigestsAndOpensWithThePasswordOnly() throws Exception {
    Answer zip = ask("'from':101,'count':3000");
    assertThat(zip.status()).as(zip.toString()).isEqualTo(200);
    assertThat(zip.header("Content-Type")).isEqualTo("application/zip");
    assertThat(zip.header("Content-Disposition")).endsWith("-101-3100.zip\"");
    assertThat(zip.header("Cache-Control")).contains("no-store");
    assertThat(new String(zip.body(), US_ASCII)).doesNotContain("sequence,serial");

    Map<String, byte[]> files = WinZipAes.of(zip.body(), PASSWORD).files();

    assertThat(files.keySet())
        .containsExactly("codes.csv", "manifest.jws", "README.txt", "SHA256SUMS");
    assertThat(files.get("codes.csv"))
        .isEqualTo(maker.get(batch + "/codes.csv?from=101&count=3000&reason=x").body());
    assertThat(files.get("manifest.jws")).isEqualTo(maker.get(batch + "/manifest").body());
    assertThat(new String(files.get("README.txt"), UTF_8))
        .contains("101–3100", "sha256sum -c SHA256SUMS", "每个序号只印一次")
        .doesNotContain("{");
    assertThat(new String(files.get("SHA256SUMS"), US_ASCII).lines())
        .containsExactlyElementsOf(
            List.of("codes.csv", "manifest.jws", "README.txt").stream()
                .map(name -> sha256(Objects.requireNonNull(files.get(name))) + "  " + name)
                .toList());
    assertThatThrownBy(() -> WinZipAes.of(zip.body(), PASSWORD + " ").files())
        .hasMessage("wrong: password");
    byte[] changed = zip.body().clone();
    changed[2000] ^= 1;
    assertThatThrownBy(() -> WinZipAes.of(changed, PASSWORD).files())
        .hasMessage("wrong: authentication code");
  }

  @Test
  void isADownloadLikeTheOther() {
    assertThat(ask("'count':10").status()).isEqualTo(200);
    JsonNode noted = maker.get(batch + "/downloads").json().get(0);
    assertThat(noted.path("form").asString()).isEqualTo("ZIP");
    assertThat(noted.path("state").asString()).isEqualTo("COMPLETE");
    assertThat(noted.path("last").asLong()).isEqualTo(10);
    assertThat(maker.get(batch + "/codes.csv?from=10&count=1").status()).isEqualTo(200);
    assertThat(ask("'from':10").fields()).containsExactly("reason download.second");
    assertThat(ask("'from':10,'reason':'换印厂'").status()).isEqualTo(200);
    String other = makers.maker().key();
    assertThat(new Api(port, other).post(batch + "/codes.zip", body("")).status()).isEqualTo(404);
    // Nothing of it is kept under an idempotency key.
    for (String path : List.of(batch + "/codes.zip", batch + "/%63odes.zip")) {
      assertThat(maker.postOnce(path, body(",'reason':'x'"), "k1").status()).isEqualTo(200);
      assertThat(maker.postOnce(path, body(""), "k1").fields())
          .containsExactly("reason download.second");
    }
  }

  @Test
  void refusesWhatCannotProtectIt() {
    for (String password :
        List.of("'elevenchars'", "'" + "x".repeat(129) + "'", "'密码密码密码密码密码密码'", "null")) {
      Answer refused = maker.post(batch + "/codes.zip", "{'password':" + password + "}");
      assertThat(refused.status()).as(password).isEqualTo(422);
      assertThat(refused.fields()).containsExactly("password package.password");
    }
    assertThat(maker.post(batch + "/codes.zip", "{}").status()).isEqualTo(422);
    assertThat(ask("'from':5001").fields()).containsExactly("from from.range");
    assertThat(ask("'count':0").fields()).containsExactly("count from.range");
    assertThat(maker.get(batch + "/downloads").json().size()).isZero();
  }

  @Test
  void thePasswordIsNowhereAfterwards() {
    // Not what the container can be told to write of every byte it reads.
    try (LogTap log = new LogTap("TRACE", "cn.zhenrong", "org.springframework", "org.mybatis")) {
      assertThat(ask("'count':10").status()).isEqualTo(200);
      assertThat(ask("'count':10").status()).as("refused").isEqualTo(422);
      assertThat(log.texts()).isNotEmpty().noneMatch(text -> text.contains(PASSWORD));
    }
    String id = batch.substring(batch.lastIndexOf('/') + 1);
    assertThat(sql.queryForList("SELECT * FROM code_download WHERE batch_id = ?", id).toString())
        .doesNotContain(PASSWORD);
    assertThat(sql.queryForList("SELECT * FROM audit WHERE subject = ?", "batch/" + id).toString())
        .contains("1–10")
        .doesNotContain(PASSWORD);
    NewPackage input = new NewPackage(1L, 2L, PASSWORD.toCharArray(), "x");
    assertThat(input.toString()).doesNotContain(PASSWORD);
    input.wipe();
    assertThat(input.password()).containsOnly('\0');
  }

  private Answer ask(String more) {
    return maker.post(batch + "/codes.zip", body("," + more));
  }

  private static String body(String more) {
    return "{'password':'" + PASSWORD + "'" + more + "}";
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
