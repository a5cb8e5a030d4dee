package cn.zhenrong.fibre;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
  @ParameterizedTest
  @CsvSource({
    "wool, wool, 0",
    "wol, wool, 1",
    "wooll, wool, 1",
    "woul, wool, 1",
    "kitten, sitting, 3",
    "'', abc, 3",
    "abc, '', 3",
    "ab, ba, 2",
    "山羊线, 山羊绒, 1",
  })
  void countsCharactersPutInLeftOutAndChanged(String a, String b, int distance) {
    assertThat(NearestName.distance(a, b)).isEqualTo(distance);
  }

  @Test
  void takesTheNearestOfSeveral() {
    Fibre silk = Fibres.onLabel("silk");
    Fibre cotton = Fibres.onLabel("cotton");
    Map<String, Fibre> names = Map.of("abcdefgh", silk, "abcdexxh", cotton);
    assertThat(NearestName.of("abcdexgh", names)).isNotNull();
    assertThat(NearestName.of("abcdefgx", names)).isSameAs(silk);
    assertThat(NearestName.of("abcdexxx", names)).isSameAs(cotton);
    assertThat(NearestName.of("abcdefxx", names)).isSameAs(silk);
    assertThat(NearestName.of("abcdxxxx", names)).isSameAs(cotton);
    assertThat(NearestName.of("xbxdxfgh", names)).isNull();
  }
}
