package cn.zhenrong.evidence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/// Invented reports in the layouts that Chinese laboratories print, as PDFs with an embedded font.
final class SampleReports {
  private static final String FONTS = "/cn/zhenrong/print/font/";
  private static final float SIZE = 10.5f;
  private static final float LEADING = 18;

  private SampleReports() {}

  /// A cover with one heading a line, and a table on the second page: what is wanted comes before
  /// what was found.
  static byte[] plain() {
    return pdf(
        List.of(
            "                    MA 000000000118        CNAS L0118",
            "江南试验检测中心",
            "检 验 报 告",
            "报告编号：JN-2026-W01234",
            "样品名称：圆领羊绒衫",
            "货号：K2601        颜色：驼色",
            "委托单位：云织毛衫有限公司",
            "检验类别：委托检验",
            "批号：L2601-03        生产日期：2026年9月20日",
            "签发日期：2026年10月08日"),
        List.of(
            "报告编号：JN-2026-W01234        第 2 页 共 2 页",
            "检验依据：FZ/T 73009-2021、GB/T 16988-2013",
            "检验项目        标准要求        检验结果        单项判定",
            "纤维含量(%)    山羊绒    95    94.6    合格",
            "绵羊毛    5    5.4",
            "pH 值    4.0-8.5    6.7    合格",
            "注：含量以公定回潮率计。本报告仅对来样负责。",
            "以下空白"));
  }

  /// A form of two columns with spaced headings, the date in words, the result before the demand.
  static byte[] form() {
    return pdf(
        List.of(
            "浙北纺织品检测技术有限公司",
            "检    测    报    告",
            "报 告 编 号   ZB26-10-0077      检 测 类 别   监督抽样",
            "样 品 名 称   羊毛羊绒混纺开衫   货       号   A-118",
            "抽 样 日 期   2026/09/28        批       号   20260915",
            "检 测 方 法   GB/T 16988-2013  GB/T 2910.4-2022  FZ/T 01057.2-2007",
            "检测项目     检测结果     标准要求     单项判定",
            "纤维成分及含量(净干) %",
            "绵羊毛     71.42     70     符合",
            "山羊绒     28.58     30     符合",
            "签 发 日 期   二〇二六年十月十二日"));
  }

  /// Two parts, written as on labels, in a running text; headings above their values.
  static byte[] parts() {
    return pdf(
        List.of(
            "毛纺检验中心",
            "检验报告编号",
            "MF-26-3350",
            "签发日期：2026.11.2",
            "检验方法：GB/T 2910.4-2022、GB/T 2910.12-2023",
            "检验类别：送样",
            "纤维含量  实测（公定质量百分率）",
            "大身：71.4%绵羊毛 28.6%山羊绒",
            "罗纹：95.3%棉 4.7%氨纶",
            "检验结论：见附页"));
  }

  /// A page that was scanned: one picture, no text.
  static byte[] scanned() {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      BufferedImage picture = new BufferedImage(120, 160, BufferedImage.TYPE_BYTE_GRAY);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0, 595, 842);
      }
      return bytes(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SafeVarargs
  static byte[] pdf(List<String>... pages) {
    try (PDDocument document = new PDDocument()) {
      PDType0Font han = font(document, "DroidSansFallbackFull.ttf");
      PDType0Font latin = font(document, "OpenSans-Regular.ttf");
      for (List<String> lines : pages) {
        page(document, han, latin, lines);
      }
      return bytes(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PDType0Font font(PDDocument document, String name) throws IOException {
    try (InputStream font =
        Objects.requireNonNull(SampleReports.class.getResourceAsStream(FONTS + name))) {
      return PDType0Font.load(document, font, true);
    }
  }

  private static void page(
      PDDocument document, PDType0Font han, PDType0Font latin, List<String> lines)
      throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      float y = 780;
      for (String line : lines) {
        content.beginText();
        content.newLineAtOffset(50, y);
        for (String run :
            line.split(
                "(?<=[\\x00-\\x7f])(?=[^\\x00-\\x7f])|(?<=[^\\x00-\\x7f])(?=[\\x00-\\x7f])", -1)) {
          content.setFont(run.charAt(0) < 0x80 ? latin : han, SIZE);
          content.showText(run);
        }
        content.endText();
        y -= LEADING;
      }
    }
  }

  private static byte[] bytes(PDDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }
}
