package cn.zhenrong.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.zhenrong.code.Serial;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.RawHttp;
import cn.zhenrong.testing.ServiceTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The table `lookup.txt`, row by row, against the running service. Requests go out byte for byte.
@ServiceTest
class PublicAnswersIT {
  private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  @Autowired Makers makers;
  @LocalServerPort int port;

  @TestFactory
  Stream<DynamicTest> answersAsTheTableSays() throws IOException {
    Map<String, String> words = words();
    return lines().map(line -> dynamicTest(line.replaceAll(" +", " "), () -> check(line, words)));
  }

  private void check(String line, Map<String, String> words) throws IOException {
    String[] cells = filled(line, words).split("\\|", 7);
    RawHttp.Reply reply =
        RawHttp.send(port, cells[0].strip(), cells[1].strip(), "Accept: " + cells[2].strip());
    String expected = cells[6].strip();
    assertThat(reply.status()).as(reply.toString()).isEqualTo(Integer.parseInt(cells[3].strip()));
    assertThat(reply.header("Content-Type").split(";", 2)[0]).isEqualTo(cells[4].strip());
    assertThat(reply.header("Cache-Control")).isEqualTo(cells[5].strip());
    assertThat(reply.header("Set-Cookie")).isEmpty();
    if (reply.status() / 100 == 3) {
      assertThat(reply.header("Location")).isEqualTo(expected);
    } else if (expected.isEmpty()) {
      assertThat(reply.body()).isEmpty();
    } else {
      assertThat(reply.body()).contains(expected);
    }
  }

  private static Stream<String> lines() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PublicAnswersIT.class.getResourceAsStream("/lookup.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"));
    }
  }

  private static String filled(String line, Map<String, String> words) {
    String filled = line;
    for (Map.Entry<String, String> word : words.entrySet()) {
      filled = filled.replace("{" + word.getKey() + "}", word.getValue());
    }
    assertThat(filled).as("every word is known").doesNotContain("{");
    return filled;
  }

  private Map<String, String> words() {
    Member member = makers.maker();
    IssuedBatch batch = Papers.of(member.api(port), member.gtin(7)).issue("signed", 40);
    List<Row> rows = batch.rows();
    Map<String, String> words = new LinkedHashMap<>();
    words.put("gtin", member.gtin(7));
    words.put("unknown-gtin", member.gtin(8));
    words.put("bad-gtin", member.gtin(7).replaceFirst("^0", "1"));
    words.put("other-gtin", gtinOfAnotherStyle(member));
    Row good =
        rows.subList(0, 20).stream()
            .filter(row -> row.serial().indexOf('1', 1) > 0)
            .findFirst()
            .orElseThrow();
    spell(words, good);
    words.put("s-of-another", query(rows.get(34)));
    live(member, batch, rows, words);
    Papers plain = Papers.of(member.api(port));
    words.put("own", plain.issue("compact", 1).rows().getFirst().serial());
    return words;
  }

  private String gtinOfAnotherStyle(Member member) {
    String gtin = member.gtin(9);
    assertThat(Papers.of(member.api(port), gtin).style()).isNotEmpty();
    return gtin;
  }

  /// One code, written in many ways.
  private static void spell(Map<String, String> words, Row good) {
    String serial = good.serial();
    words.put("good", serial);
    words.put("human", good.human());
    words.put("lower", serial.toLowerCase(java.util.Locale.ROOT));
    words.put("hyphens", good.human());
    words.put("spaces", good.human().replace("-", "%20"));
    words.put("wide", "%EF%BC%90" + serial.substring(1));
    words.put("o-for-0", serial.replace('0', 'O'));
    words.put("i-for-1", serial.replace('1', 'i'));
    words.put("l-for-1", serial.replace('1', 'L'));
    words.put("with-u", serial.substring(0, 5) + "U" + serial.substring(6));
    words.put("wrong-check", serial.substring(0, 15) + next(serial.charAt(15)));
    words.put("never", neverIssued(serial));
    words.put("s", query(good));
    words.put("tampered", query(good).replace("WS95WO5", "WS100"));
  }

  /// Codes in the states the table speaks of.
  private void live(Member member, IssuedBatch batch, List<Row> rows, Map<String, String> words) {
    Api bench = makers.bench().api(port);
    Api association = makers.association().api(port);
    Api maker = member.api(port);
    done(bench.post(batch.path("activations"), "{'first':1,'last':30}"));
    words.put("fresh", rows.get(30).serial());
    words.put("void", rows.get(20).serial());
    done(maker.post("/api/v1/codes/" + words.get("void") + "/void", "{'reason':'DAMAGED'}"));
    words.put("replaced", rows.get(21).serial());
    done(
        maker.post(
            "/api/v1/codes/" + words.get("replaced") + "/replace",
            "{'reason':'MISPRINT','successor':'" + rows.get(31).serial() + "'}"));
    words.put("held", rows.get(22).serial());
    done(association.post("/api/v1/holds", hold(batch, 23, "false")));
    words.put("recalled", rows.get(23).serial());
    done(association.post("/api/v1/holds", hold(batch, 24, "true")));
  }

  private static String hold(IssuedBatch batch, int sequence, String recall) {
    return "{'scope':{'range':{'batch':'%s','first':%d,'last':%d}},'reason':'复核','recall':%s}"
        .formatted(batch.id(), sequence, sequence, recall);
  }

  private static void done(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
  }

  private static String query(Row row) {
    return row.path().substring(row.path().indexOf('?') + 1);
  }

  private static char next(char symbol) {
    return SYMBOLS.charAt((SYMBOLS.indexOf(symbol) + 1) % SYMBOLS.length());
  }

  /// Well-formed, with the right check symbol, but of no batch: one of 2^70 chosen by its last
  /// symbols.
  private static String neverIssued(String serial) {
    String body = serial.substring(0, 12) + "ZZZ";
    return SYMBOLS
        .chars()
        .mapToObj(symbol -> body + (char) symbol)
        .filter(text -> Serial.read(text).isPresent())
        .findFirst()
        .orElseThrow();
  }
}
