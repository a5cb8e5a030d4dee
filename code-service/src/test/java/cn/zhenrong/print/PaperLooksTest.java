package cn.zhenrong.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import cn.zhenrong.evidence.Decision;
import cn.zhenrong.evidence.Report;
import cn.zhenrong.evidence.ReportId;
import cn.zhenrong.evidence.ReportStatus;
import cn.zhenrong.evidence.Sample;
import cn.zhenrong.evidence.Sampling;
import cn.zhenrong.fibre.Composition;
import cn.zhenrong.fibre.Measured;
import cn.zhenrong.party.PartyId;
import cn.zhenrong.party.PersonId;
import cn.zhenrong.problem.FieldProblem;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.product.Style;
import cn.zhenrong.product.StyleDetails;
import cn.zhenrong.product.StyleId;
import cn.zhenrong.product.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Care labels and order forms with names as long as the trade has them: nothing leaves the paper.
class PaperLooksTest {
  private static final Instant CREATED = Instant.parse("2026-11-22T08:00:00Z");
  private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;
  private static final List<String> CARE =
      List.of("手洗，最高水温 40℃", "不可漂白", "平摊晾干", "熨斗底板最高温度 110℃", "四氯乙烯干洗，缓和");

  @ParameterizedTest
  @EnumSource(Resolution.class)
  void careLabelsKeepWithinTheRibbon(Resolution resolution) throws IOException {
    List<TagContent> labels = List.of(compact(TagSamples.plain()), compact(TagSamples.full()));
    CareLabels printer = new CareLabels(resolution, CREATED);
    byte[] pdf = printer.pdf(labels, CARE);

    kept("care-" + resolution, pdf);
    isWithin(pdf, 30, 80, 1);
    assertThat(textOf(pdf)).contains("大身：95%山羊绒");
    assertThat(printer.pdf(labels, CARE)).isEqualTo(pdf);
    for (TagContent label : labels) {
      assertThat(printer.place(label).dots()).isGreaterThanOrEqualTo(4);
    }
  }

  @Test
  void aCompositionTooLongForTheRibbonIsRefusedByName() {
    TagContent tag =
        TagSamples.of("羊绒衫", Collections.nCopies(25, "大身：100%山羊绒"), TagSamples.COMPACT);

    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> new CareLabels(Resolution.DPI_203, CREATED).pdf(List.of(tag), List.of()))
        .satisfies(p ->
            assertThat(p.fields()).extracting(FieldProblem::field).containsExactly("composition"));
  }

  @Test
  void anOrderFormWithManyVariantsTakesSeveralPages() throws IOException {
    List<Variant> variants = new ArrayList<>();
    for (int colour = 0; colour < 40; colour++) {
      for (int size = 0; size < 10; size++) {
        if (colour != 3 || size != 3) {
          variants.add(new Variant("雾霾蓝／燕麦白拼色" + colour, (150 + 5 * size) + "/92A (XXL)", null));
        }
      }
    }
    byte[] few = form(variants.subList(0, 3));
    byte[] many = form(variants);
    kept("order-few", few);
    kept("order-many", many);

    isWithin(few, 210, 297, 5);
    isWithin(many, 210, 297, 5);
    assertThat(textOf(few)).contains("第 1 页，共 1 页").contains("订货单位（盖章）");
    assertThat(textOf(many)).contains("雾霾蓝／燕麦白拼色39", "180/92A", "195/92A", "—");
  }

  @Test
  void theCardHoldsLongNamesAndManyPartsOnOnePage() throws IOException {
    String maker = "内蒙古自治区鄂尔多斯市东胜区云上草原羊绒纺织品股份有限公司";
    for (int parts : new int[] {1, 3, 9}) {
      String text =
          IntStream.rangeClosed(1, parts)
              .mapToObj(i -> "部位" + i + "：45.5%绵羊毛 29.5%锦纶 20%粘纤 5%山羊绒")
              .collect(Collectors.joining("；"));
      Composition declared = Composition.parse(text);
      Report report = report(Measured.of(declared.raw()));
      Decision decision = new Decision("REVIEW", "GB/T 29862-2013", "2013", Map.of());
      List<String> verdict = new VerdictLines(decision, report, true).of(declared.parts());
      Style style = style(List.of());
      byte[] pdf =
          new Card(maker, style, declared.chineseParts(), report, verdict, "https://id.example.cn")
              .pdf(CREATED);
      kept("card-" + parts, pdf);

      isWithin(pdf, 105, 148, 5);
      assertThat(textOf(pdf)).contains("此报告已失效", "https://id.example.cn");
    }
  }

  private static Report report(Measured measured) {
    return new Report(
        new ReportId(1),
        new PartyId(1),
        new StyleId(1),
        "ZFJ-WT-2026-108833",
        "国家羊绒质检中心（内蒙古）",
        LocalDate.of(2026, 10, 8),
        null,
        "GB/T 16988-2013",
        "official-regain",
        Sampling.SUBMITTED,
        new Sample(null, null, null, null, null, null),
        measured,
        100,
        0,
        ReportStatus.WITHDRAWN,
        null,
        null,
        null,
        new PersonId(1),
        CREATED);
  }

  private static byte[] form(List<Variant> variants) {
    String maker = "内蒙古自治区鄂尔多斯市东胜区云上草原羊绒纺织品股份有限公司";
    return new OrderForm(maker, style(variants), TagSamples.THREE_PARTS).pdf(CREATED);
  }

  private static Style style(List<Variant> variants) {
    return new Style(
        new StyleId(1),
        new PartyId(1),
        "ZR26AW-K2601-07B",
        "精纺山羊绒高领宽松长款提花开衫连衣裙".repeat(3),
        null,
        List.of("CN"),
        "FZ/T 73018-2021",
        "B",
        variants,
        new StyleDetails(List.of(), null, null, null),
        null,
        new PersonId(1),
        CREATED);
  }

  private static TagContent compact(TagContent tag) {
    return new TagContent(
        tag.garment(), tag.composition(), tag.claims(), TagSamples.mark(TagSamples.COMPACT));
  }

  /// Every letter of every page lies within the paper, `margin` millimetres from its edges.
  private static void isWithin(byte[] pdf, double width, double height, double margin)
      throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        assertThat(page.getMediaBox().getWidth() / POINTS_PER_MILLIMETRE)
            .isCloseTo(width, within(0.001));
        assertThat(page.getMediaBox().getHeight() / POINTS_PER_MILLIMETRE)
            .isCloseTo(height, within(0.001));
      }
      PDFTextStripper stripper =
          new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition letter) {
              double left = margin * POINTS_PER_MILLIMETRE;
              assertThat((double) letter.getX()).as(letter.toString()).isGreaterThan(left);
              assertThat((double) letter.getX() + letter.getWidth())
                  .as(letter.toString())
                  .isLessThan((width - margin) * POINTS_PER_MILLIMETRE);
              assertThat((double) letter.getY())
                  .as(letter.toString())
                  .isBetween(left, (height - margin) * POINTS_PER_MILLIMETRE);
            }
          };
      stripper.getText(document);
    }
  }

  private static void kept(String name, byte[] pdf) throws IOException {
    Files.write(Files.createDirectories(Path.of("target", "papers")).resolve(name + ".pdf"), pdf);
  }

  private static String textOf(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
