package cn.zhenrong.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.code.PrintedText;
import cn.zhenrong.code.SignatureToken;
import cn.zhenrong.seal.BitFlips;
import cn.zhenrong.seal.Verifier;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.RawHttp;
import cn.zhenrong.testing.ServiceTest;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What happens when a key, a library or a token signs wrongly while codes leave the house.
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class BadSignatureIT {
  @Autowired Makers makers;
  @Autowired Keys keys;
  @LocalServerPort int port;

  @Test
  void aDownloadBreaksOffBeforeTheFirstBadRow(CapturedOutput log) throws IOException {
    Makers.Member maker = makers.maker();
    IssuedBatch batch = Papers.of(maker.api(port)).issue("signed", 4500);
    // Breaks amid the second chunk, and stays broken.
    Set<String> spoilt =
        batch.rows().stream()
            .filter(row -> row.sequence() >= 2500)
            .map(row -> row.bare().toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet());
    RawHttp.Reply reply;
    try (var mending =
        BitFlips.breakKey(keys.ring(), 1, message -> spoilt.contains(path(message)))) {
      reply = download(batch, maker);
    }

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().getBytes(UTF_8).length)
        .isLessThan(Integer.parseInt(reply.header("Content-Length")));
    Verifier key = keys.verifier(1).orElseThrow();
    String[] rows = reply.body().split("\r\n");
    assertThat(rows).as("head and first chunk").hasSize(2049);
    for (int i = 1; i < rows.length; i++) {
      assertThat(isSigned(rows[i].split(",")[3], key)).as(rows[i]).isTrue();
    }
    assertThat(log).contains("slot 1: a signature just made with Ed25519 does not verify");
    assertThat(download(batch, maker).body().lines()).as("once it is mended").hasSize(4501);
  }

  @Test
  void aSingleLabelIsRefused() {
    Makers.Member maker = makers.maker();
    IssuedBatch batch = Papers.of(maker.api(port)).issue("signed", 5);
    try (var mending = BitFlips.breakKey(keys.ring(), 1, _ -> true)) {
      assertThat(maker.api(port).get(batch.path("codes/1.svg")).status()).isEqualTo(500);
      assertThat(maker.api(port).get(batch.path("labels.pdf?count=1")).status()).isEqualTo(500);
    }
    assertThat(maker.api(port).get(batch.path("codes/1.svg")).status()).isEqualTo(200);
  }

  private RawHttp.Reply download(IssuedBatch batch, Makers.Member maker) throws IOException {
    return RawHttp.send(
        port, "GET", batch.path("codes.csv"), "Authorization: Bearer " + maker.key());
  }

  private static String path(byte[] message) {
    String text = new String(message, US_ASCII);
    return text.substring("ZR1".length(), text.lastIndexOf('/'));
  }

  private static boolean isSigned(String url, Verifier key) {
    String path = url.substring(url.indexOf("/S/"), url.indexOf("?S="));
    SignatureToken token = SignatureToken.read(url.substring(url.indexOf("?S=") + 3)).orElseThrow();
    return key.verify(PrintedText.message(path, token.statement()), token.signature());
  }
}
