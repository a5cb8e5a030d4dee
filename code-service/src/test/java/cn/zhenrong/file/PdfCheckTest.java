package cn.zhenrong.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfCheckTest {

  @Test
  void acceptsAPdfWithAPage() {
    assertThat(PdfCheck.isReadable(Pdfs.onePage("报告"))).isTrue();
  }

  @Test
  void refusesAPdfWithoutPages() throws IOException {
    assertThat(PdfCheck.isReadable(Pdfs.withoutPages())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret", ""})
  void refusesAnEncryptedPdf(String reader) throws IOException {
    assertThat(PdfCheck.isReadable(Pdfs.encrypted(reader))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "%PDF",
        "%PDF-1.7",
        "PK\u0003\u0004",
        "<html>%PDF-1.7</html>",
        "%PDF-1.7\n%%EOF"
      })
  void refusesWhatOnlyLooksLikeOne(String text) {
    assertThat(PdfCheck.isReadable(text.getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  @Test
  void refusesAPdfBehindOtherBytes() {
    byte[] pdf = Pdfs.onePage("x");
    byte[] moved = new byte[pdf.length + 1];
    System.arraycopy(pdf, 0, moved, 1, pdf.length);
    assertThat(PdfCheck.isReadable(moved)).isFalse();
  }

  @Test
  void refusesTheFirstHalfOfAPdf() {
    byte[] pdf = Pdfs.onePage("x");
    assertThat(PdfCheck.isReadable(Arrays.copyOf(pdf, 40))).isFalse();
  }

  @Test
  void survivesObjectsNestedWithoutEnd() {
    assertThat(PdfCheck.isReadable(Pdfs.nested(1_000_000))).isFalse();
  }
}
