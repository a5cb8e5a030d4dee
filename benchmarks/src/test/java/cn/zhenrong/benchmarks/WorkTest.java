package cn.zhenrong.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.code.PrintedText;
import cn.zhenrong.code.SignatureToken;
import cn.zhenrong.conformity.Outcome;
import cn.zhenrong.issue.CodeStream;
import cn.zhenrong.seal.KeyRing;
import cn.zhenrong.seal.Verifier;
import com.google.zxing.WriterException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is measured does the work it claims to do.
class WorkTest {
  private final KeyRing ring = LoadKeys.make();
  private final CodeStream stream =
      new CodeStream(ring.serialKeys(), ring.signer(LoadKeys.ED25519));

  @AfterEach
  void stop() {
    stream.stop();
  }

  @ParameterizedTest
  @ValueSource(ints = {LoadKeys.ED25519, LoadKeys.SM2})
  void everyCodeOfAChunkCarriesItsOwnValidSignature(int slot) {
    Verifier verifier = ring.slot(slot).orElseThrow().key().verifier();
    CodeStream codes = new CodeStream(ring.serialKeys(), ring.signer(slot));
    List<String> texts = urls(codes.chunk(3));
    codes.stop();

    assertThat(texts).hasSize(CodeStream.CHUNK).doesNotHaveDuplicates();
    assertThat(texts)
        .allSatisfy(text -> {
          String path = text.substring("https://ID.EXAMPLE.CN".length(), text.indexOf("?S="));
          SignatureToken token =
              SignatureToken.read(text.substring(text.indexOf("?S=") + 3)).orElseThrow();
          assertThat(
                  verifier.verify(PrintedText.message(path, token.statement()), token.signature()))
              .isTrue();
        });
  }

  @Test
  void allCoresWriteTheSameBytesAsOneThread() {
    assertThat(stream.chunks(3))
        .isEqualTo(stream.chunk(0).length + stream.chunk(1).length + (long) stream.chunk(2).length);
  }

  @Test
  void symbolsAreNoLargerThanTheCompactOnesOfTheBaseline() throws WriterException {
    SymbolBenchmark symbols = new SymbolBenchmark();

    assertThat(symbols.draw().size())
        .isLessThanOrEqualTo(symbols.zxingCompact().getWidth())
        .isLessThan(symbols.zxing().getWidth());
  }

  @Test
  void theGarmentPasses() {
    assertThat(new ConformityBenchmark().verdict().outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void thePageIsFull() {
    assertThat(new String(new PageBenchmark().render(), StandardCharsets.UTF_8))
        .contains("罗纹", "ZB-2026-104417", "K2601", "示例路");
  }

  private static List<String> urls(byte[] rows) {
    return new String(rows, StandardCharsets.UTF_8)
        .lines()
        .map(row -> List.of(row.split(",", -1)).get(3))
        .toList();
  }
}
