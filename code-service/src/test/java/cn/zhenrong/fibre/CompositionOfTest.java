package cn.zhenrong.fibre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhenrong.fibre.RawPart.RawShare;
import cn.zhenrong.problem.FieldProblem;
import cn.zhenrong.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompositionOfTest {
  @Test
  void keepsTheDeclaredOrder() {
    Composition composition = Composition.of(List.of(part("大身", "绵羊毛 5", "山羊绒 95")));
    assertThat(composition.main().shares())
        .extracting(share -> share.fibre().name() + share.percentText())
        .containsExactly("绵羊毛5", "山羊绒95");
  }

  @Test
  void namesFibresByTheirStandardNames() {
    Composition composition = Composition.of(List.of(part("大身", "羊绒 60", "WO 30", "Nylon 10")));
    assertThat(composition.raw()).containsExactly(part("大身", "山羊绒 60", "绵羊毛 30", "聚酰胺纤维 10"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "成份", "纤维含量", "Composition"})
  void callsTheOnlyUnnamedPartMain(String name) {
    Composition composition = Composition.of(List.of(part("罗纹", "棉 100"), part(name, "羊绒 100")));
    assertThat(composition.parts()).extracting(Part::name).containsExactly("罗纹", "大身");
    assertThat(Composition.of(List.of(part(null, "羊绒 100"))).main().name()).isEqualTo("大身");
  }

  @Test
  void keepsANote() {
    RawPart raw = new RawPart("大身", List.of(new RawShare("山羊绒", "100")), "　装饰纤维除外 ");
    assertThat(Composition.of(List.of(raw)).main().note()).isEqualTo("装饰纤维除外");
    assertThat(Composition.of(Composition.of(List.of(raw)).raw()).chinese())
        .isEqualTo("山羊绒100%（装饰纤维除外）");
    RawPart blank = new RawPart("大身", raw.fibres(), " ");
    assertThat(Composition.of(List.of(blank)).main().note()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "95, 95",
    "95.0, 95",
    "95.00, 95",
    "95.5, 95.5",
    "0.1, 0.1",
    "99.9, 99.9",
    "100, 100",
    "100.0, 100",
    "９５．５, 95.5",
    "' 95 ', 95",
    "095, 95",
    "10, 10",
    "1, 1",
  })
  void readsPlainPercents(String text, String plain) {
    List<String> shares = new ArrayList<>(List.of("山羊绒 " + text));
    if (!plain.equals("100")) {
      shares.add("绵羊毛 " + Percents.HUNDRED.subtract(new BigDecimal(plain)));
    }
    RawPart part =
        new RawPart(
            null,
            shares.stream()
                .map(share -> new RawShare(share.substring(0, 3), share.substring(4)))
                .toList(),
            null);
    assertThat(Composition.of(List.of(part)).main().shares().getFirst().percentText())
        .isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "0, percent.range",
    "0.0, percent.range",
    "100.1, percent.range",
    "101, percent.range",
    "100.0001, percent.range",
    "12345.67, percent.range",
    "999, percent.range",
    "99999999, percent.range",
    "95.55, composition.decimals",
    "0.01, composition.decimals",
    "99.9999, composition.decimals",
    "'', percent.syntax",
    "' ', percent.syntax",
    "-5, percent.syntax",
    "+95, percent.syntax",
    "9e1, percent.syntax",
    "9E1, percent.syntax",
    "'95,5', percent.syntax",
    "95%, percent.syntax",
    ".5, percent.syntax",
    "95., percent.syntax",
    "9.5.1, percent.syntax",
    ". , percent.syntax",
    "0x5F, percent.syntax",
    "९५, percent.syntax",
    "五, percent.syntax",
    "100.00000, percent.syntax",
    "111111111111111111111111111111, percent.syntax",
  })
  void refusesAPercent(String text, String code) {
    RawPart part =
        new RawPart("大身", List.of(new RawShare("棉", "5"), new RawShare("山羊绒", text)), null);
    assertThat(refusal(List.of(part))).containsExactly("[0].fibres[1].percent " + code);
  }

  @Test
  void refusesAMissingOrEndlessPercent() {
    for (String text : Arrays.asList(null, "1".repeat(1_000_000), " ".repeat(19) + "95")) {
      RawPart part = new RawPart("大身", List.of(new RawShare("山羊绒", text)), null);
      assertThat(refusal(List.of(part))).containsExactly("[0].fibres[0].percent percent.syntax");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "山羊绒 99.9                | 0.1",
        "山羊绒 95, 绵羊毛 5.1      | 0.1",
        "山羊绒 60, 绵羊毛 60       | 20",
        "山羊绒 90                  | 10",
      })
  void refusesASumThatIsNot100AndSaysByHowMuch(String shares, String difference) {
    Problem problem = problem(List.of(part("大身", shares.split(", ", -1))));
    assertThat(codes(problem)).containsExactly("[0].fibres composition.sum");
    assertThat(problem.fields().getFirst().words().zh())
        .contains(difference + "%")
        .contains(shares.contains(",") ? "多出" : "还差");
  }

  @Test
  void tellsEverythingThatIsWrongAtOnce() {
    List<@Nullable RawPart> parts = new ArrayList<>();
    parts.add(new RawPart("大身", Arrays.asList(new RawShare("天丝", "0"), null), "(x)"));
    parts.add(null);
    parts.add(part("大身", "棉 60", "Cotton x", "CO 40"));
    parts.add(new RawPart("里料", null, null));
    parts.add(new RawPart("罗纹", List.of(), null));
    parts.add(part("袖口", "棉 60"));
    assertThat(refusal(parts))
        .containsExactly(
            "[0].fibres[0].fibre fibre.trade-name",
            "[0].fibres[0].percent percent.range",
            "[0].fibres[1].fibre fibre.missing",
            "[0].fibres[1].percent percent.syntax",
            "[0].note part.note",
            "[1] composition.empty",
            "[2].part composition.duplicate-part",
            "[2].fibres[1].percent percent.syntax",
            "[2].fibres[1].fibre composition.duplicate-fibre",
            "[2].fibres[2].fibre composition.duplicate-fibre",
            "[3].fibres composition.empty",
            "[4].fibres composition.empty",
            "[5].fibres composition.sum");
  }

  @Test
  void refusesNothing() {
    assertThat(refusal(null)).containsExactly(" composition.empty");
    assertThat(refusal(List.of())).containsExactly(" composition.empty");
    assertThat(refusal(Collections.singletonList(null))).containsExactly("[0] composition.empty");
  }

  @Test
  void takesTwentyParts() {
    assertThat(Composition.of(parts(20)).parts()).hasSize(20);
    assertThat(refusal(parts(21))).containsExactly(" composition.too-many-parts");
  }

  @Test
  void takesTwentyFibresInAPart() {
    assertThat(Composition.of(List.of(fibres(20))).main().shares()).hasSize(20);
    assertThat(refusal(List.of(fibres(21))))
        .containsExactly("[0].fibres composition.too-many-fibres");
  }

  @Test
  void wantsANameForEveryPartWhereTwoHaveNone() {
    assertThat(refusal(List.of(part(null, "棉 100"), part("成份", "棉 100"), part("袖", "棉 100"))))
        .containsExactly("[0].part part.missing", "[1].part part.missing");
  }

  @Test
  void refusesTheSamePartTwice() {
    assertThat(refusal(List.of(part("Rib", "棉 100"), part("ＲＩＢ ", "棉 100"))))
        .containsExactly("[1].part composition.duplicate-part");
    assertThat(refusal(List.of(part("大身", "棉 100"), part(null, "棉 100"))))
        .containsExactly("[1].part composition.duplicate-part");
  }

  static Stream<Arguments> names() {
    return Stream.of(
            "罗纹|罗纹",
            " 罗纹 |罗纹",
            "Ｒib|Rib",
            "领、袖|领、袖",
            "前片/后片|前片/后片",
            "里料1|里料1",
            "罗纹（下摆）|罗纹(下摆)",
            "A(b(c))|A(b(c))",
            "CO2 lining|!part.name",
            "山羊绒|!part.name",
            "Cotton|!part.name",
            "山羊绒95 罗纹|!part.name",
            "95|!part.name",
            "--|!part.name",
            "a:b|!part.name",
            "a；b|!part.name",
            "a%|!part.name",
            "a)b(|!part.name",
            "(a|!part.name",
            "a)|!part.name",
            "棉布|棉布",
            "袖\u200B口|!text.control-characters",
            "袖\u202E口|!text.control-characters",
            "袖\n口|!text.control-characters",
            "\uD800袖|!text.control-characters",
            "袖".repeat(40) + "|" + "袖".repeat(40),
            "袖".repeat(41) + "|!text.too-long",
            "袖" + " ".repeat(159) + "|袖",
            "袖" + " ".repeat(160) + "|!text.too-long",
            "Ｒ".repeat(40) + "|" + "R".repeat(40),
            "袖".repeat(161) + "|!text.too-long",
            "\uFDFA".repeat(3) + "|!text.too-long")
        .map(row -> Arguments.of((Object[]) row.split("\\|")));
  }

  @ParameterizedTest
  @MethodSource("names")
  void readsNamesOfParts(String name, String read) {
    List<RawPart> parts = List.of(part(name, "棉 100"));
    if (read.startsWith("!")) {
      assertThat(refusal(parts)).containsExactly("[0].part " + read.substring(1));
    } else {
      assertThat(Composition.of(parts).main().name()).isEqualTo(read);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "绵羊毛, part.note", "羊毛5, part.note", "含羊毛 5%, part.note", "(x, part.note",
    "x), part.note", "2条装饰线除外, ''", "装饰线：除外；, ''", "a\u200Bb, text.control-characters",
  })
  void readsNotes(String note, String code) {
    RawPart part = new RawPart("大身", List.of(new RawShare("山羊绒", "100")), note);
    if (code.isEmpty()) {
      assertThat(Composition.of(List.of(part)).main().note()).isEqualTo(Folded.nfkc(note));
    } else {
      assertThat(refusal(List.of(part))).containsExactly("[0].note " + code);
    }
  }

  @Test
  void limitsANoteTo100Characters() {
    RawPart part = new RawPart("大身", List.of(new RawShare("山羊绒", "100")), "注".repeat(100));
    assertThat(Composition.of(List.of(part)).main().note()).hasSize(100);
    RawPart more = new RawPart("大身", part.fibres(), "注".repeat(101));
    assertThat(refusal(List.of(more))).containsExactly("[0].note text.too-long");
  }

  @Test
  void putsPathsUnderTheFieldOfTheCaller() {
    Problem problem = problem(List.of(part("大身", "棉 10"))).under("parts");
    assertThat(codes(problem)).containsExactly("parts[0].fibres composition.sum");
    assertThat(codes(problem(null).under("parts"))).containsExactly("parts composition.empty");
  }

  static RawPart part(@Nullable String name, String... shares) {
    return new RawPart(
        name,
        Arrays.stream(shares)
            .map(share -> share.split(" ", 2))
            .map(words -> new RawShare(words[0], words[1]))
            .toList(),
        null);
  }

  private static List<RawPart> parts(int count) {
    return IntStream.range(0, count).mapToObj(i -> part("部位" + i, "棉 100")).toList();
  }

  private static RawPart fibres(int count) {
    List<Fibre> fibres =
        Fibres.all().stream().filter(fibre -> fibre.kind() != FibreKind.WOOL_LIKE).toList();
    return new RawPart(
        "大身",
        IntStream.range(0, count).mapToObj(i -> new RawShare(fibres.get(i).name(), "5")).toList(),
        null);
  }

  private static List<String> refusal(@Nullable List<? extends @Nullable RawPart> parts) {
    return codes(problem(parts));
  }

  private static Problem problem(@Nullable List<? extends @Nullable RawPart> parts) {
    return catchThrowableOfType(Problem.class, () -> Composition.of(parts));
  }

  static List<String> codes(Problem problem) {
    return problem.fields().stream().map(CompositionOfTest::pathAndCode).toList();
  }

  private static String pathAndCode(FieldProblem field) {
    return field.field() + " " + field.code();
  }
}
