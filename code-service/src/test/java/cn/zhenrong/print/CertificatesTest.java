package cn.zhenrong.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.page.Actions;
import cn.zhenrong.page.Certificate;
import cn.zhenrong.page.Composition;
import cn.zhenrong.page.Composition.Declared;
import cn.zhenrong.page.Composition.Part;
import cn.zhenrong.page.Composition.Tested;
import cn.zhenrong.page.Frame;
import cn.zhenrong.page.Language;
import cn.zhenrong.page.MakerPanel;
import cn.zhenrong.page.Panels;
import cn.zhenrong.page.ScanPage;
import cn.zhenrong.page.Situation;
import cn.zhenrong.page.VerdictBar;
import cn.zhenrong.page.Wording;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CertificatesTest {
  private static final String TEXT = "https://id.zhenrong.example/S/7K3M9XQ2V5TAB8R8";

  private final Certificates certificates = new Certificates();

  @Test
  void theSymbolReadsAsTheTextOfTheCode(@TempDir Path folder) throws IOException {
    byte[] pdf = certificates.pdf(certificate(1, "桐乡市示例毛衫有限公司"));
    Bitmap page = TagRaster.page(pdf, 0, Resolution.DPI_300);
    assertThat(Zbar.read(folder, List.of(Png.of(page)))).containsExactly(TEXT);
  }

  /// Twenty parts of twenty fibres are the most a label may have.
  @Test
  void takesAsManyPagesAsItNeedsAndStaysWithinTheirMargins() throws IOException {
    byte[] pdf = certificates.pdf(certificate(20, "很长的名称".repeat(60)));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isGreaterThan(2);
      List<TextPosition> letters = letters(document);
      assertThat(letters)
          .allSatisfy(letter -> {
            assertThat(letter.getXDirAdj()).isGreaterThan((float) Paper.points(19));
            assertThat(letter.getXDirAdj() + letter.getWidthDirAdj())
                .isLessThan((float) Paper.points(191));
            assertThat(letter.getYDirAdj()).isLessThan((float) Paper.points(290));
          });
      String text = new PDFTextStripper().getText(document);
      assertThat(text)
          .contains("部位19", "本证明不说明什么", "7K3M-9XQ2-V5TA-B8R8")
          .contains("1 / " + document.getNumberOfPages(), "2 / " + document.getNumberOfPages());
    }
  }

  @ParameterizedTest
  @EnumSource
  void standsOnOnePageUnderEveryVerdictHoweverLongItsRecords(Situation situation)
      throws IOException {
    Certificate certificate = CertificateSamples.longest(situation);
    byte[] pdf = certificates.pdf(certificate);
    Path kept = Path.of("target", "pictures");
    Files.createDirectories(kept);
    Files.write(kept.resolve("certificate-" + situation + ".pdf"), pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(letters(document))
          .allSatisfy(letter -> {
            assertThat(letter.getFontSize()).isGreaterThan(5.59f);
            assertThat(letter.getXDirAdj() + letter.getWidthDirAdj())
                .isLessThan((float) Paper.points(191));
            assertThat(letter.getYDirAdj()).isLessThan((float) Paper.points(290));
          });
      // Nothing was cut for it: without blanks, as where a line ends is not the matter here.
      String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
      for (Certificate.Block block : certificate.blocks()) {
        for (Certificate.Row row : block.rows()) {
          assertThat(text).contains(row.value().zh().replaceAll("\\s", ""));
        }
      }
      assertThat(text).contains("1/1");
    }
  }

  @Test
  void whatCannotBePrintedBecomesAQuestionMark() throws IOException {
    byte[] pdf = certificates.pdf(certificate(1, "毛衫🧶公司\uE000"));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document)).contains("毛衫?公司?");
      assertThat(document.getNumberOfPages()).isEqualTo(1);
    }
  }

  @Test
  void isRefusedWhileOthersHoldAllTurnsAndDrawnWhenOneIsFree() {
    Semaphore turns = new Semaphore(0);
    Certificates busy = new Certificates(turns);
    Certificate paper = certificate(1, "某公司");
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> busy.pdf(paper))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.TOO_MANY_REQUESTS));
    }
    turns.release();
    assertThat(busy.pdf(paper)).isNotEmpty();
    assertThat(turns.availablePermits()).as("a turn is given back").isEqualTo(1);
  }

  private static Certificate certificate(int parts, String maker) {
    List<Part> all =
        IntStream.range(0, parts).mapToObj(i -> part(parts == 1 ? "" : "部位" + i, parts)).toList();
    ScanPage page =
        new ScanPage(
            new Frame(Language.ZH, "id.zhenrong.example", "/"),
            "7K3M-9XQ2-V5TA-B8R8",
            VerdictBar.of(Situation.VALID_FIRST),
            new Composition(all, "GB/T 29862-2013"),
            new Panels(null, List.of(), new MakerPanel(maker, null, null), null, null),
            Actions.NONE);
    return new Certificate(
        page,
        Instant.parse("2026-11-22T22:00:00Z"),
        new Certificate.Origin("123", "ab".repeat(32), TEXT, TEXT + "/page", TEXT + "/manifest"));
  }

  private static Part part(String name, int fibres) {
    List<Declared> declared = new ArrayList<>();
    List<Tested> tested = new ArrayList<>();
    for (int i = 0; i < fibres; i++) {
      Wording fibre = new Wording("再生纤维素纤维" + i, "regenerated cellulose " + i);
      declared.add(new Declared(fibre, "5", null));
      tested.add(new Tested(fibre, "5.1"));
    }
    return new Part(Wording.same(name), declared, tested, Composition.Verdict.WITHIN);
  }

  private static List<TextPosition> letters(PDDocument document) throws IOException {
    List<TextPosition> letters = new ArrayList<>();
    PDFTextStripper stripper =
        new PDFTextStripper() {
          @Override
          protected void writeString(String text, List<TextPosition> positions) {
            letters.addAll(positions);
          }
        };
    assertThat(stripper.getText(document)).isNotNull();
    return letters;
  }
}
