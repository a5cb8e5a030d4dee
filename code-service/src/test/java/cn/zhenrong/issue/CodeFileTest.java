package cn.zhenrong.issue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.code.Gtin;
import cn.zhenrong.code.ProductKey;
import cn.zhenrong.code.Profile;
import cn.zhenrong.code.PublicBase;
import cn.zhenrong.code.Statement;
import cn.zhenrong.evidence.ReportId;
import cn.zhenrong.party.PartyId;
import cn.zhenrong.product.LabelId;
import cn.zhenrong.product.StyleId;
import cn.zhenrong.seal.SerialKeys;
import cn.zhenrong.seal.SignatureAlgorithm;
import cn.zhenrong.seal.Signer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeFileTest {
  private static final PublicBase BASE = PublicBase.of("https://id.example.cn", false);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "驼色 | 驼色",
        "a,b | `\"a,b\"`",
        "a\"b | `\"a\"\"b\"`",
        "=1+1 | '=1+1",
        "+1 | '+1",
        "-1 | '-1",
        "@x | '@x",
        "=a,b | `\"'=a,b\"`",
        "`` | ``",
        "a=b | a=b",
      })
  void writesAFieldThatNoSpreadsheetTakesForAFormula(String text, String field) {
    assertThat(Csv.field(text)).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "1, 9",
    "1, 10",
    "9, 10",
    "10, 10",
    "1, 99",
    "95, 105",
    "1, 1000",
    "2, 2499",
    "999, 1001",
    "1000, 1000",
    "1000, 2001",
    "1, 2500"
  })
  void knowsItsLengthBeforeItIsWritten(long first, long last) {
    for (CodeFile file : List.of(file(null), file(new Statement("WS100")))) {
      List<CodeLine> lines = file.lines(BASE);
      long length = file.length(lines, first, last);
      assertThat(rows(file, lines, first, last, (int) length)).hasSize((int) length);
    }
  }

  @Test
  void writesOneRowPerCode() {
    CodeFile file = file(null);
    List<CodeLine> lines = file.lines(BASE);
    int length = (int) file.length(lines, 1500, 1501);

    String[] rows =
        new String(rows(file, lines, 1500, 1501, length), StandardCharsets.UTF_8).split("\r\n");

    String one = SERIALS.encipher(0, 100 + 1499).text();
    String two = SERIALS.encipher(0, 100 + 1500).text();
    assertThat(rows)
        .containsExactly(
            "1500,"
                + one
                + ","
                + human(one)
                + ",https://ID.EXAMPLE.CN/S/"
                + one
                + ",K1,驼色,\"170,92A\",大身：山羊绒100%,FZ/T 73009-2021,3",
            "1501,"
                + two
                + ","
                + human(two)
                + ",https://ID.EXAMPLE.CN/01/09521234543213/21/"
                + two
                + ",K1,'=红,175,大身：山羊绒100%,FZ/T 73009-2021,3");
  }

  @Test
  void countsPacksFromOne() {
    CodeFile file = file(null);
    assertThat(file.packOf(1)).isEqualTo(1);
    assertThat(file.packOf(700)).isEqualTo(1);
    assertThat(file.packOf(701)).isEqualTo(2);
  }

  private static final SerialKeys SERIALS = SerialKeys.ofRoot(new byte[32]);

  private static byte[] rows(
      CodeFile file, List<CodeLine> lines, long first, long last, int length) {
    RowWriter writer = new RowWriter(file, SERIALS, new Zeros(), length);
    for (CodeLine line : lines) {
      long from = Math.max(first, line.line().firstSequence());
      long to = Math.min(last, line.last());
      if (from <= to) {
        writer.write(line, from, to);
      }
    }
    return writer.rows();
  }

  private static String human(String serial) {
    return new cn.zhenrong.code.Serial(serial).human();
  }

  private static CodeFile file(@Nullable Statement statement) {
    return new CodeFile(batch(statement), statement, "K1", "大身：山羊绒100%", "FZ/T 73009-2021", 700);
  }

  /// 1500 pieces without a GTIN, then 1000 with one.
  private static Batch batch(@Nullable Statement statement) {
    return new Batch(
        new BatchId(1),
        new PartyId(2),
        new StyleId(3),
        new LabelId(4),
        new ReportId(5),
        statement == null ? Profile.COMPACT : Profile.SIGNED,
        null,
        BatchStatus.OPEN,
        100,
        2500,
        0,
        1,
        statement,
        "PASS",
        "GB/T 29862-2013",
        false,
        List.of(),
        List.of(
            new Line(1, "驼色", "170,92A", ProductKey.none(), 1480, 20, 1),
            new Line(2, "=红", "175", ProductKey.of(new Gtin("09521234543213")), 1000, 0, 1501)),
        Instant.parse("2026-11-22T10:00:00.5Z"));
  }

  private static final class Zeros implements Signer {
    @Override
    public int slot() {
      return 1;
    }

    @Override
    public SignatureAlgorithm algorithm() {
      return SignatureAlgorithm.Ed25519;
    }

    @Override
    public byte[] sign(byte[] message) {
      return new byte[64];
    }
  }
}
