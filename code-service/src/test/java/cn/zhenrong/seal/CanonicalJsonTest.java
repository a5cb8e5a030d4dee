package cn.zhenrong.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
  /// RFC 8785 §3.2.3: the order of these seven keys.
  @Test
  void sortsKeysByCodeUnits() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("\u20ac", "Euro Sign");
    map.put("\r", "Carriage Return");
    map.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
    map.put("1", "One");
    map.put("\ud83d\ude00", "Emoji: Grinning Face");
    map.put("\u0080", "Control");
    map.put("\u00f6", "Latin Small Letter O With Diaeresis");
    assertThat(json(map))
        .isEqualTo(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
  }

  /// RFC 8785 §3.2.2.2.
  @Test
  void escapesOnlyWhatItMust() {
    assertThat(json("\u20ac$\u000f\nA'B\"\\\"/\b\t\f\r\u001f\u007f真绒"))
        .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\"/\\b\\t\\f\\r\\u001f\u007f真绒\"");
  }

  @Test
  void writesTheOtherValuesPlainly() {
    Map<String, Object> map = new HashMap<>();
    map.put("b", Arrays.asList(1, -2L, null, true, List.of(), Map.of()));
    map.put("a", (1L << 53) - 1);
    map.put("c", Collections.singletonMap("z", null));
    assertThat(json(map))
        .isEqualTo("{\"a\":9007199254740991,\"b\":[1,-2,null,true,[],{}],\"c\":{\"z\":null}}");
  }

  @Test
  void refusesWhatHasNoExactForm() {
    for (Object value :
        new Object[] {
          1L << 53,
          -(1L << 53),
          1.5,
          new BigDecimal("1"),
          'x',
          "\ud83d",
          "\ude00x",
          "x\ud83dx",
          Map.of(1, "x"),
          List.of(new Object())
        }) {
      assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.bytes(value));
    }
  }

  private static String json(Object value) {
    return new String(CanonicalJson.bytes(value), StandardCharsets.UTF_8);
  }
}
