package cn.zhenrong.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.zhenrong.code.Serial;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.RawHttp;
import cn.zhenrong.testing.ServiceTest;
import cn.zhenrong.testing.Trips;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/// Who tries codes learns nothing from how the answer looks: whatever is wrong with one, the answer
/// is the same, and so is what it costs.
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConstantShapeIT {
  private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  @Autowired Makers makers;
  @Autowired WebApplicationContext context;
  @LocalServerPort int port;

  /// Kinds of wrong serials under the path of a product with a GTIN.
  private final Map<String, String> items = new LinkedHashMap<>();

  /// The same where there is no GTIN to be wrong.
  private final Map<String, String> bare = new LinkedHashMap<>();

  @BeforeAll
  void issue() {
    Member member = makers.maker();
    Row row = Papers.of(member.api(port), member.gtin(5)).issue("compact", 1).rows().getFirst();
    Papers.of(member.api(port), member.gtin(6));
    String serial = row.serial();
    bare.put("never issued", checked(serial.substring(0, 12) + "ZZZ"));
    bare.put("bad check symbol", serial.substring(0, 15) + next(serial.charAt(15)));
    bare.put("wrong epoch", checked(next(serial.charAt(0)) + serial.substring(1, 15)));
    bare.put("too short", serial.substring(1));
    bare.put("a letter no serial has", "U" + serial.substring(1));
    String stem = "/01/" + member.gtin(5) + "/21/";
    bare.forEach((what, wrong) -> items.put(what, stem + wrong));
    items.put("wrong GTIN", "/01/" + member.gtin(6) + "/21/" + serial);
    items.put("unknown GTIN", "/01/" + member.gtin(7) + "/21/" + serial);
    items.put("a GTIN's code without it", "/S/" + serial);
    // The right one first, so that its batch is in memory as those of all labels in shops are; and
    // it does cost something, so what is counted is counted.
    assertThat(Trips.of(() -> ask("/scan/" + serial))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/json", "*/*"})
  void anAnswerDoesNotTellWhatIsWrong(String accept) throws IOException {
    for (Map<String, String> paths : List.of(items, under("/scan/"), under("/api/v1/codes/"))) {
      assertThat(shapes(paths, accept)).singleElement().asString().startsWith("HTTP/1.1 40");
    }
  }

  @Test
  void noneCostsTheStoreAnything() {
    Map<String, String> all = new LinkedHashMap<>(items);
    under("/scan/").forEach((what, path) -> all.put("page, " + what, path));
    under("/api/v1/codes/").forEach((what, path) -> all.put("JSON, " + what, path));
    all.forEach((what, path) -> assertThat(Trips.of(() -> ask(path))).as(what).isEmpty());
  }

  private Map<String, String> under(String stem) {
    return bare.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> stem + one.getValue()));
  }

  /// The different answers, without what differs from request to request.
  private Set<String> shapes(Map<String, String> paths, String accept) throws IOException {
    Set<String> shapes = new HashSet<>();
    for (String path : paths.values()) {
      RawHttp.Reply reply = RawHttp.send(port, "GET", path, "Accept: " + accept);
      shapes.add(
          reply.head().replaceAll("(?m)^(Date|X-Request-Id|Content-Length): .*$", "")
              + reply
                  .body()
                  .replaceAll("\"requestId\":\"[0-9a-f]+\"", "")
                  // Where to report it: with what was scanned.
                  .replaceAll("/scan/[0-9A-Za-z-]+/problem[^\"]*", "")
                  // The same page in the other language.
                  .replaceAll("(class=\"switch\" href=)\"[^\"]*\"", "$1"));
    }
    return shapes;
  }

  /// In this thread, which is the one whose trips to the store are written down.
  private void ask(String path) {
    MockMvc mvc = MockMvcBuilders.webAppContextSetup(context).build();
    try {
      mvc.perform(get(path).accept("text/html", "application/json"));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static char next(char symbol) {
    return SYMBOLS.charAt((SYMBOLS.indexOf(symbol) + 1) % SYMBOLS.length());
  }

  private static String checked(String body) {
    return SYMBOLS
        .chars()
        .mapToObj(symbol -> body + (char) symbol)
        .filter(text -> Serial.read(text).isPresent())
        .findFirst()
        .orElseThrow();
  }
}
