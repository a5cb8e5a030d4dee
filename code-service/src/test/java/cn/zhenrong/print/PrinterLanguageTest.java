package cn.zhenrong.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrinterLanguageTest {
  private static final List<TagContent> TAGS = List.of(TagSamples.plain(), TagSamples.full());
  private final HangTags tags = new HangTags(Resolution.DPI_203, Instant.EPOCH);

  @Test
  void zplCarriesTheDotsOfThePdfPages() throws IOException {
    String zpl = new String(print(PrinterLanguage.ZPL), StandardCharsets.US_ASCII);

    assertThat(zpl.split("\n")).hasSize(2);
    for (int i = 0; i < 2; i++) {
      String label = zpl.split("\n")[i];
      assertThat(label)
          .startsWith("^XA^PW480^LL320^LH0,0^FO0,0^GFA,19200,19200,60,")
          .endsWith("^FS^PQ1^XZ");
      String data = label.substring(label.indexOf(",60,") + 4, label.indexOf("^FS"));
      assertThat(expand(data)).isEqualTo(page(i));
    }
  }

  @Test
  void tsplCarriesTheDotsOfThePdfPagesInverted() throws IOException {
    byte[] tspl = print(PrinterLanguage.TSPL);
    String head = "SIZE 60 mm,40 mm\r\nDIRECTION 1\r\nCLS\r\nBITMAP 0,0,60,320,0,";
    String tail = "\r\nPRINT 1,1\r\n";
    int label = head.length() + 19_200 + tail.length();

    assertThat(tspl).hasSize(2 * label);
    for (int i = 0; i < 2; i++) {
      byte[] data =
          Arrays.copyOfRange(tspl, i * label + head.length(), (i + 1) * label - tail.length());
      for (int j = 0; j < data.length; j++) {
        data[j] = (byte) ~data[j];
      }
      assertThat(data).isEqualTo(page(i));
    }
    assertThat(new String(tspl, 0, head.length(), StandardCharsets.US_ASCII)).isEqualTo(head);
  }

  private byte[] print(PrinterLanguage language) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    tags.print(TAGS, language, out);
    return out.toByteArray();
  }

  private byte[] page(int index) {
    Bitmap page = TagRaster.page(tags.pdf(TAGS), index, Resolution.DPI_203);
    byte[] octets = new byte[page.stride() * page.height()];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = page.octet(i % page.stride(), i / page.stride());
    }
    return octets;
  }

  /// What a printer makes of the shortened rows: a comma fills up with zeros, a colon repeats.
  private static byte[] expand(String data) {
    StringBuilder all = new StringBuilder();
    StringBuilder row = new StringBuilder();
    String above = "";
    for (char c : data.toCharArray()) {
      if (c == ':') {
        row.append(above);
      } else if (c == ',') {
        row.append("0".repeat(120 - row.length()));
      } else {
        row.append(c);
      }
      if (row.length() == 120) {
        above = row.toString();
        all.append(above);
        row.setLength(0);
      }
    }
    return HexFormat.of().parseHex(all);
  }
}
