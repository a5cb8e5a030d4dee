package cn.zhenrong.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.problem.FieldProblem;
import cn.zhenrong.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.filter.FilterFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What hostile files cost: each is refused, and the next honest one is read.
class PdfReaderTest {
  private final PdfReader reader = new PdfReader();

  @Test
  void refusesAPageThatUnpacksWithoutEnd() throws IOException {
    refuses(page("/Filter /FlateDecode", deflated(150)), "file.too-heavy");
  }

  @Test
  void refusesAPageOfTooMuchText() {
    String text =
        "BT /F1 1 Tf " + "0 -2 Td (%s) Tj ".formatted("a".repeat(50)).repeat(4_000) + "ET";
    refuses(page("", text.getBytes(StandardCharsets.US_ASCII)), "file.too-heavy");
  }

  @Test
  void refusesABombBehindAnotherFilter() throws IOException {
    refuses(
        page("/Filter [/ASCII85Decode /FlateDecode]", ascii85(deflated(150))), "file.too-heavy");
  }

  @Test
  void readsSmallStreamsBehindAnotherFilter() throws IOException {
    byte[] content = "BT ET".getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(content);
    }
    byte[] pdf = page("/Filter [/ASCII85Decode /FlateDecode]", ascii85(out.toByteArray()));
    assertThat(reader.lines(pdf)).isEmpty();
    assertThat(reader.check(pdf).bytes()).isEqualTo(pdf);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Filter [/ASCIIHexDecode /FlateDecode]",
        "/Filter [/FlateDecode /LZWDecode]",
        "/F#69lter [ /AHx /RunLengthDecode ]",
        "/Filter [/ASCII85Decode /FlateDecode /LZWDecode]",
        "/Filter 7 0 R",
        "/Filter [/ASCIIHexDecode % note\n /FlateDecode]",
        "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 900000000 >>",
      })
  void refusesChainsThatCannotBeBounded(String filters) {
    refuses(page(filters, new byte[] {1}), "file.too-heavy");
  }

  @Test
  void refusesObjectsNestedWithoutEndAndReadsOn() {
    assertThatThrownBy(() -> reader.check(Pdfs.nested(1_000_000))).isInstanceOf(Problem.class);
    assertThat(reader.check(Pdfs.onePage("x")).bytes()).isNotEmpty();
  }

  private void refuses(byte[] pdf, String code) {
    assertThatThrownBy(() -> reader.lines(pdf))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.fields()).extracting(FieldProblem::code).containsExactly(code));
    assertThat(reader.lines(Pdfs.onePage("x"))).isEmpty();
  }

  /// A PDF of one page with this content stream. It has no cross-reference table; readers mend
  /// that.
  private static byte[] page(String filters, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        ("""
        %%PDF-1.7
        1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
        2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
        3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R
          /Resources <</Font <</F1 5 0 R>>>>>> endobj
        5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj
        4 0 obj <</Length %d %s>>
        stream
        """
                .formatted(content.length, filters))
            .getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(content);
    out.writeBytes(
        "\nendstream endobj\ntrailer <</Root 1 0 R /Size 6>>\n%%EOF\n"
            .getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  /// So many megabytes of spaces.
  private static byte[] deflated(int megabytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] spaces = " ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      for (int i = 0; i < megabytes; i++) {
        deflater.write(spaces);
      }
    }
    return out.toByteArray();
  }

  private static byte[] ascii85(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FilterFactory.INSTANCE
        .getFilter("ASCII85Decode")
        .encode(new java.io.ByteArrayInputStream(bytes), out, new COSDictionary(), 0);
    return out.toByteArray();
  }
}
