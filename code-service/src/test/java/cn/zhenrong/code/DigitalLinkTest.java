package cn.zhenrong.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitalLinkTest {
  private static final String G = "/01/09521234543213";

  /// GS1 General Specifications, figure 7.11-1: 82 signs.
  private static final String SET_82 =
      "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

  private static DigitalLink read(String path, @Nullable String query) {
    return DigitalLink.read(path, query);
  }

  private static String rule(String path, @Nullable String query) {
    Problem problem = catchThrowableOfType(Problem.class, () -> DigitalLink.read(path, query));
    assertThat(problem).as(path + "?" + query).isNotNull();
    assertThat(problem.kind()).isEqualTo(ProblemKind.MALFORMED_REQUEST);
    return String.valueOf(problem.members().get("rule"));
  }

  @Test
  void readsTheKeyAlone() {
    assertThat(read(G, null)).isEqualTo(new DigitalLink(new Gtin("09521234543213"), Map.of()));
    assertThat(read(G + "/", null).serial()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "/21/S1, 21=S1",
    "/10/L1, 10=L1",
    "/22/V1, 22=V1",
    "/22/V1/10/L1, 22=V1 10=L1",
    "/22/V1/21/S1, 22=V1 21=S1",
    "/10/L1/21/S1, 10=L1 21=S1",
    "/22/V1/10/L1/21/S1, 22=V1 10=L1 21=S1",
    "/22/V1/10/L1/21/S1/, 22=V1 10=L1 21=S1",
    "/235/T1, 235=T1",
    "/10/A%2FB, 10=A/B",
    "/10/A%2fB, 10=A/B",
    "/10/A+B, 10=A+B",
    "/10/A%2BB, 10=A+B",
    "/21/a%25b, 21=a%b",
    "/10/A;B, 10=A;B",
    "/%31%30/L1, 10=L1",
    "/21/12345678901234567890, 21=12345678901234567890",
    "/235/1234567890123456789012345678, 235=1234567890123456789012345678",
  })
  void readsQualifiersInOrder(String rest, String wanted) {
    String read =
        read(G + rest, null).qualifiers().entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining(" "));
    assertThat(read).isEqualTo(wanted);
  }

  @Test
  void everySignOfSet82GoesThere() {
    assertThat(SET_82).hasSize(82);
    for (char sign : SET_82.toCharArray()) {
      String escaped = "%" + java.util.HexFormat.of().withUpperCase().toHexDigits((byte) sign);
      assertThat(read(G + "/10/" + escaped, null).qualifiers()).containsValue("" + sign);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/01 link.segments",
        "/ link.segments",
        "/01/ link.segments",
        "/01/09521234543213/21 link.segments",
        "/01/09521234543213/21/ link.segments",
        "/01/09521234543213/21/S/10 link.segments",
        "/01/09521234543213/foo link.segments",
        "/01/09521234543213//21/S link.segments",
        "/01/09521234543213/21/S// link.segments",
        "//01/09521234543213 link.segments",
        "/00/095212345432130000 link.segments",
        "/01/09521234543214 link.gtin.check-digit",
        "/01/9521234543213 link.gtin.syntax",
        "/01/952123454321 link.gtin.syntax",
        "/01/96385074 link.gtin.syntax",
        "/01/0952123454321X link.gtin.syntax",
        "/01/009521234543213 link.gtin.syntax",
        "/01/09521234543213/21/S/10/L link.order",
        "/01/09521234543213/10/L/22/V link.order",
        "/01/09521234543213/21/S/22/V link.order",
        "/01/09521234543213/235/T/21/S link.order",
        "/01/09521234543213/21/S/235/T link.order",
        "/01/09521234543213/21/S/21/S link.twice",
        "/01/09521234543213/235/T/235/T link.twice",
        "/01/09521234543213/17/261231 link.qualifier",
        "/01/09521234543213/8030/ABC link.qualifier",
        "/01/09521234543213/01/09521234543213 link.qualifier",
        "/01/09521234543213/lot/A link.qualifier",
        "/01/09521234543213/21/123456789012345678901 link.value",
        "/01/09521234543213/235/12345678901234567890123456789 link.value",
        "/01/09521234543213/10/A%23B link.value",
        "/01/09521234543213/10/A%40B link.value",
        "/01/09521234543213/10/A%20B link.characters",
        "/01/09521234543213/10/A%00B link.characters",
        "/01/09521234543213/10/A%7FB link.characters",
        "/01/09521234543213/10/%E4%BD%A0 link.characters",
        "/01/09521234543213/10/你 link.characters",
        "/01/09521234543213/10/A<B link.characters",
        "/01/09521234543213/10/A>B link.characters",
        "/01/09521234543213/10/A{B link.characters",
        "/01/09521234543213/10/A}B link.characters",
        "/01/09521234543213/10/A\\B link.characters",
        "/01/09521234543213/10/A^B link.characters",
        "/01/09521234543213/10/A`B link.characters",
        "/01/09521234543213/10/A|B link.characters",
        "/01/09521234543213/10/A%2 link.escape",
        "/01/09521234543213/10/A% link.escape",
        "/01/09521234543213/10/A%G1 link.escape",
      })
  void refusesAPathWithItsRule(String path, String rule) {
    assertThat(rule(path, null)).isEqualTo(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&&&",
        "a=1",
        "flag",
        "a=&=b&&c",
        "x=100%&y=%zz",
        "linkType=gs1:pip&linkType=all",
        "S=WS100.1;b=2",
        "11=261122",
        "11=261100",
        "17=280229",
        "240=ABC-1",
        "422=156",
        "7230=EM123",
        "7239=EM1234567890123456789012345678",
        "3103=001500",
        "410=9521234543213",
        "8030=AbC-_9",
        "8030=12=",
        "8030=1==",
        "99=whatever&x=1",
        "250=2ND&11=261122",
      })
  void ignoresWhatIsNobodysAndTakesAttributes(String query) {
    assertThat(read(G + "/21/S1", query).serial()).isEqualTo("S1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10=L1 | link.key-in-query",
        "21=S1 | link.key-in-query",
        "22=V | link.key-in-query",
        "235=T | link.key-in-query",
        "a=1;10=L1 | link.key-in-query",
        "11=261122&11=261122 | link.twice",
        "11=261122;a=b;11=261123 | link.twice",
        "999=1 | link.attribute-unknown",
        "1=1 | link.attribute-unknown",
        "0=1 | link.attribute-unknown",
        "8200=https | link.attribute-unknown",
        "01=09521234543213 | link.attribute-unknown",
        "00=1 | link.attribute-unknown",
        "11= | link.attribute-value",
        "11 | link.attribute-value",
        "11=261322 | link.attribute-value",
        "11=260230 | link.attribute-value",
        "11=26112 | link.attribute-value",
        "240=a+b | link.attribute-value",
        "410=9521234543214 | link.attribute-value",
        "422=CHN | link.attribute-value",
        "7230=E | link.attribute-value",
        "7230=EM12345678901234567890123456789 | link.attribute-value",
        "240=%2 | link.escape",
        "240=%00 | link.characters",
        "8030=A:B | link.attribute-value",
        "8030=123= | link.attribute-value",
      })
  void refusesAQueryWithItsRule(String query, String rule) {
    assertThat(rule(G + "/21/S1", query)).isEqualTo(rule);
  }

  @Test
  void aLotMayStandBesideAThirdPartysSerial() {
    assertThat(read(G + "/235/T", "10=L1").qualifiers()).containsEntry("235", "T");
  }

  @Test
  void signatureAndSecondarySerialNeedASerial() {
    for (String query : List.of("8030=AbC", "250=2ND")) {
      assertThat(rule(G, query)).isEqualTo("link.needs-serial");
      assertThat(rule(G + "/10/L", query)).isEqualTo("link.needs-serial");
    }
  }

  @Test
  void aSignatureHasAtMostNinetyCharacters() {
    assertThat(read(G + "/21/S", "8030=" + "A".repeat(90)).serial()).isEqualTo("S");
    assertThat(rule(G + "/21/S", "8030=" + "A".repeat(91))).isEqualTo("link.attribute-value");
  }
}
