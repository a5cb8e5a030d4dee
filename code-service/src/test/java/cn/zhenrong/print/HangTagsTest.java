package cn.zhenrong.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import cn.zhenrong.print.TagContent.Claims;
import cn.zhenrong.print.TagContent.Garment;
import cn.zhenrong.problem.FieldProblem;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HangTagsTest {
  private static final Instant CREATED = Instant.parse("2026-11-22T08:00:00Z");
  private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;
  private static final String LONG_HOST = "CODES.ZHENRONG-EXAMPLE.COM.CN";

  private final HangTags tags = new HangTags(Resolution.DPI_203, CREATED);

  @Test
  void theTextIsTheGoldenText() throws IOException {
    String text = textOf(tags.pdf(List.of(TagSamples.plain(), TagSamples.full())));

    Golden.assertSame("hang-tag.txt", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void everyPageIsExactlySixtyByFortyMillimetres() throws IOException {
    try (PDDocument document = open(List.of(TagSamples.plain(), TagSamples.full()))) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      assertThat(document.getPages())
          .allSatisfy(page -> {
            assertThat((double) page.getMediaBox().getWidth())
                .isCloseTo(60 * POINTS_PER_MILLIMETRE, within(0.001));
            assertThat((double) page.getMediaBox().getHeight())
                .isCloseTo(40 * POINTS_PER_MILLIMETRE, within(0.001));
          });
    }
  }

  @Test
  void everyFontIsEmbeddedAsASubset() throws IOException {
    try (PDDocument document = open(List.of(TagSamples.plain()))) {
      PDPage page = document.getPage(0);
      for (COSName name : page.getResources().getFontNames()) {
        PDFont font = page.getResources().getFont(name);
        assertThat(font.isEmbedded()).isTrue();
        assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
      }
      assertThat(page.getResources().getFontNames()).hasSize(4);
    }
  }

  @Test
  void theSameTagsAndTimeGiveTheSameBytes() {
    List<TagContent> two = List.of(TagSamples.plain(), TagSamples.full());

    assertThat(tags.pdf(two)).isEqualTo(new HangTags(Resolution.DPI_203, CREATED).pdf(two));
  }

  @ParameterizedTest
  @EnumSource(Resolution.class)
  void twoDecodersReadTheRenderedPageBackExactly(Resolution resolution, @TempDir Path folder)
      throws IOException {
    List<TagContent> all =
        List.of(
            TagSamples.plain(),
            TagSamples.full(),
            TagSamples.of("羊绒衫", TagSamples.ONE_PART, TagSamples.COMPACT),
            TagSamples.of(
                "羊绒衫",
                TagSamples.THREE_PARTS,
                TagSamples.SIGNED.replace("ZR.EXAMPLE.CN", LONG_HOST)),
            TagSamples.of("羊绒衫", TagSamples.ONE_PART, "http://LOCALHOST:8080/S/0D26K7YTY8GVZYWZ"));
    byte[] pdf = new HangTags(resolution, CREATED).pdf(all);
    List<Bitmap> pages =
        Stream.of(0, 1, 2, 3, 4).map(i -> TagRaster.page(pdf, i, resolution)).toList();
    List<String> texts = all.stream().map(t -> t.mark().symbol().text()).toList();

    assertThat(pages.stream().map(SymbolReader::read).map(Optional::orElseThrow)).isEqualTo(texts);
    assertThat(Zbar.read(folder, pages.stream().map(Png::of).toList())).isEqualTo(texts);
  }

  @ParameterizedTest
  @EnumSource(Resolution.class)
  void theModulesFallOnWholeDotsAndTheQuietZoneIsWhite(Resolution resolution) {
    for (TagContent tag : List.of(TagSamples.plain(), TagSamples.full())) {
      byte[] pdf = new HangTags(resolution, CREATED).pdf(List.of(tag));
      SymbolPlace place = SymbolPlace.of(tag.mark().symbol(), resolution);

      assertThat(Png.of(place.cutFrom(TagRaster.page(pdf, 0, resolution))))
          .isEqualTo(Png.of(Bitmap.of(tag.mark().symbol(), place.dots())));
    }
  }

  @ParameterizedTest
  @EnumSource(Resolution.class)
  void noTextLeavesThePaper(Resolution resolution) throws IOException {
    double right = (60 - 1) * POINTS_PER_MILLIMETRE;
    try (PDDocument document = new PDDocument()) {
      Fonts fonts = new Fonts(document);
      for (TagContent tag : List.of(TagSamples.plain(), TagSamples.full())) {
        TagLayout layout = TagComposer.compose(tag, resolution, fonts);
        assertThat(layout.texts())
            .allSatisfy(t -> {
              assertThat(t.size()).isGreaterThanOrEqualTo(4.5);
              assertThat(t.x() + fonts.width(t.face(), t.text()) * t.size()).isLessThan(right);
              assertThat(t.baseline()).isLessThan(38.7 * POINTS_PER_MILLIMETRE);
            });
      }
    }
  }

  static Stream<Arguments> tagsWithOneFieldTooLong() {
    return Stream.of(
        Arguments.of("name", garment("羊绒衫".repeat(14), "K1", "驼色", "M", "云栖羊绒")),
        Arguments.of("styleNo", garment("羊绒衫", "K".repeat(70), "驼色", "M", "云栖羊绒")),
        Arguments.of("colour", garment("羊绒衫", "K1", "驼色".repeat(25), "M", "云栖羊绒")),
        Arguments.of("size", garment("羊绒衫", "K1", "驼色", "170/92A ".repeat(12), "云栖羊绒")),
        Arguments.of("maker", garment("羊绒衫", "K1", "驼色", "M", "云栖羊绒".repeat(22))),
        Arguments.of(
            "composition",
            TagSamples.of("羊绒衫", Collections.nCopies(9, "大身：100%山羊绒"), TagSamples.SIGNED)),
        Arguments.of("standard", claims("标准".repeat(45), "B类", "1", "院")),
        Arguments.of("safetyClass", claims("FZ/T 73009", "B类".repeat(60), "1", "院")),
        Arguments.of("report", claims("FZ/T 73009", "B类", "7".repeat(200), "院")));
  }

  @ParameterizedTest
  @MethodSource("tagsWithOneFieldTooLong")
  void refusesAFieldThatCannotFitAndNamesIt(String field, TagContent tag) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> tags.pdf(List.of(tag)))
        .satisfies(p -> {
          assertThat(p.kind()).isEqualTo(ProblemKind.INVALID_INPUT);
          assertThat(p.fields()).extracting(FieldProblem::field).containsExactly(field);
          assertThat(p.fields().getFirst().code()).isEqualTo("tag.too-long");
        });
  }

  @Test
  void refusesCharactersTheFontsLackInEveryFieldThatHasThem() {
    TagContent tag = garment("羊绒衫🧶", "K1", "驼色", "M", "云栖\u0007羊绒");

    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> tags.pdf(List.of(tag)))
        .satisfies(p -> {
          assertThat(p.fields()).extracting(FieldProblem::field).containsExactly("name", "maker");
          assertThat(p.fields()).extracting(FieldProblem::code).containsOnly("tag.character");
          assertThat(p.fields().getFirst().words().zh()).doesNotContain("🧶");
        });
  }

  @Test
  void refusesASymbolTooLargeForThePaper() {
    String host = "CODES.A-VERY-LONG-NAME-OF-A-HOST-THAT-NOBODY-WOULD-CHOOSE.ZHENRONG-EXAMPLE.CN";
    TagContent tag =
        TagSamples.of("羊绒衫", TagSamples.ONE_PART, TagSamples.SIGNED.replace("ZR.EXAMPLE.CN", host));

    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> tags.pdf(List.of(tag)))
        .satisfies(p -> assertThat(p.fields().getFirst().code()).isEqualTo("tag.symbol"));
  }

  @Test
  void printsUpToAThousandTagsACall() throws IOException {
    byte[] pdf = tags.pdf(Collections.nCopies(HangTags.MOST, TagSamples.plain()));

    assertThat(pdf).hasSizeLessThan(4 << 20);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(HangTags.MOST);
    }
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> tags.pdf(Collections.nCopies(HangTags.MOST + 1, TagSamples.plain())))
        .satisfies(p -> assertThat(p.fields().getFirst().code()).isEqualTo("tag.count"));
    assertThatExceptionOfType(Problem.class).isThrownBy(() -> tags.pdf(List.of()));
  }

  private static TagContent garment(
      String name, String styleNo, String colour, String size, String maker) {
    TagContent plain = TagSamples.plain();
    Garment garment = new Garment(name, styleNo, colour, size, maker);
    return new TagContent(garment, TagSamples.ONE_PART, plain.claims(), plain.mark());
  }

  private static TagContent claims(String standard, String safetyClass, String number, String lab) {
    TagContent plain = TagSamples.plain();
    Claims claims = new Claims(standard, safetyClass, number, lab);
    return new TagContent(plain.garment(), TagSamples.ONE_PART, claims, plain.mark());
  }

  private PDDocument open(List<TagContent> contents) throws IOException {
    return Loader.loadPDF(tags.pdf(contents));
  }

  private static String textOf(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setLineSeparator("\n");
      stripper.setPageEnd("----\n");
      return stripper.getText(document);
    }
  }
}
