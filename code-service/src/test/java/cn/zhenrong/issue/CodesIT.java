package cn.zhenrong.issue;

import static cn.zhenrong.issue.Garment.PATH;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.code.PrintedText;
import cn.zhenrong.code.Serial;
import cn.zhenrong.code.SerialCipher;
import cn.zhenrong.code.SignatureToken;
import cn.zhenrong.code.Statement;
import cn.zhenrong.keys.Keys;
import cn.zhenrong.seal.VerifyingKey;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.ServiceTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import tools.jackson.databind.JsonNode;

@ServiceTest
@RecordApplicationEvents
class CodesIT {
  private static final String TWO_LINES =
      "[{'colour':'驼色','size':'170/92A','quantity':3000},"
          + "{'colour':'=红,\\\"浅\\\"','size':'175/96A','quantity':2000}]";

  @Autowired Makers makers;
  @Autowired Batches batches;
  @Autowired OpenBatches open;
  @Autowired Codes codes;
  @Autowired CodeFiles files;
  @Autowired Downloads downloads;
  @Autowired JdbcTemplate sql;
  @Autowired Keys keys;
  @Autowired ApplicationEvents events;
  @LocalServerPort int port;

  private Member member;
  private Api maker;
  private Garment garment;

  @BeforeEach
  void aGarment() {
    member = makers.maker();
    maker = member.api(port);
    garment = Garment.passing(maker, 1_000_000);
  }

  @Test
  void streamsEveryCodeInOrderAndEachCanBeCheckedWithThePublishedKey() {
    String id = garment.openBatch(garment.bodyOf(TWO_LINES, ""));
    Batch batch = batch(id);

    Answer file = maker.get(PATH + "/" + id + "/codes.csv");

    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(file.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"codes-" + id + ".csv\"");
    String[] rows = new String(file.body(), UTF_8).split("\r\n");
    assertThat(rows[0])
        .isEqualTo("\uFEFFsequence,serial,human,url,style,colour,size,composition,standard,pack");
    assertThat(rows).hasSize(5001);
    VerifyingKey key = publishedKey(batch.slot());
    Set<String> serials = new HashSet<>();
    for (int i = 1; i <= 5000; i++) {
      String[] fields = rows[i].split(",");
      assertThat(fields[0]).isEqualTo(Integer.toString(i));
      Serial serial = new Serial(fields[1]);
      assertThat(fields[2]).isEqualTo(serial.human());
      assertThat(keys.serials().decipher(serial)).hasValue(batch.first() + i - 1);
      assertThat(serials.add(serial.text())).isTrue();
      assertThat(isSigned(fields[3], serial, key)).as(rows[i]).isTrue();
    }
    assertThat(rows[3000]).endsWith(",驼色,170/92A,山羊绒100%,FZ/T 73009-2021,3");
    assertThat(rows[3001]).endsWith(",\"'=红,\"\"浅\"\"\",175/96A,山羊绒100%,FZ/T 73009-2021,4");
  }

  @Test
  void goesOnWhereADownloadBrokeOff() {
    String id = garment.openBatch(garment.bodyOf(TWO_LINES, ",'profile':'compact'"));
    byte[] whole = maker.get(PATH + "/" + id + "/codes.csv").body();

    byte[] rest = maker.get(PATH + "/" + id + "/codes.csv?from=2049&header=false&reason=x").body();
    Answer few = maker.get(PATH + "/" + id + "/codes.csv?from=2999&count=3&reason=x");

    assertThat(Arrays.copyOfRange(whole, whole.length - rest.length, whole.length)).isEqualTo(rest);
    assertThat(new String(rest, UTF_8)).startsWith("2049,");
    String[] rows = new String(few.body(), UTF_8).split("\r\n");
    assertThat(rows).hasSize(4);
    assertThat(rows[3]).startsWith("3001,");
    assertThat(few.header("Content-Disposition")).contains("codes-" + id + "-2999-3001.csv");
    for (String wrong : List.of("from=0", "from=5001", "from=-1", "count=0")) {
      assertThat(maker.get(PATH + "/" + id + "/codes.csv?" + wrong).status())
          .as(wrong)
          .isEqualTo(422);
    }
  }

  @Test
  void notesThatCodesLeftTheHouse() {
    String id = garment.openBatch(garment.body("50", ""));
    assertThat(maker.get(PATH + "/" + id + "/codes.csv?from=11&count=10").status()).isEqualTo(200);
    assertThat(
            sql.queryForList(
                "SELECT words FROM audit WHERE subject = ? AND action = 'batch.codes'",
                String.class,
                "batch/" + id))
        .containsExactly("11–20");

    downloads.begin(
        new DownloadOrder(
            member.caller(), files.prepare(batch(id), 21L, 10L), DownloadForm.CSV, null));
    assertThat(events.stream(CodesReleased.class))
        .containsExactly(new CodesReleased(batch(id), 21, 30, member.caller()));
  }

  @Test
  void closesTheConnectionWhenRowsCannotBeMade() {
    String id = garment.openBatch(garment.body("50000", ",'profile':'compact'"));
    // Beyond the last index there is no serial: the rows from 20 001 on cannot be made.
    long first = SerialCipher.LAST_INDEX - 19_999;
    long good = SerialCipher.LAST_INDEX - first + 1;
    assertThat(sql.update("UPDATE batch SET first_index = ? WHERE id = ?", first, id)).isEqualTo(1);
    open.drop(new BatchId(Long.parseLong(id)));
    try {
      String path = PATH + "/" + id + "/codes.csv?reason=x";
      assertThat(maker.get(path + "&count=" + good).status()).isEqualTo(200);
      assertThatThrownBy(() -> maker.get(path)).hasRootCauseInstanceOf(IOException.class);
    } finally {
      sql.update("UPDATE batch SET first_index = NULL WHERE id = ?", id);
      open.drop(new BatchId(Long.parseLong(id)));
    }
  }

  @Test
  void givesCodesToTheirPartyAndTheAssociationOnly() {
    String path = PATH + "/" + garment.openBatch(garment.body("5", "")) + "/codes.csv?reason=x";

    assertThat(makers.association().api(port).get(path).status()).isEqualTo(200);
    assertThat(makers.maker().api(port).get(path).status()).isEqualTo(404);
    assertThat(makers.bench().api(port).get(path).status()).isEqualTo(403);
    assertThat(new Api(port, "").get(path).status()).isEqualTo(401);
  }

  @Test
  void findsACodeByItsSerialAndPrintsTheSameText() {
    String id = garment.openBatch(garment.bodyOf(TWO_LINES, ""));
    Batch batch = batch(id);
    for (long sequence : List.of(1L, 3000L, 3001L, 5000L)) {
      Code code = codes.at(batch, sequence);
      assertThat(codes.find(code.serial())).contains(code);
      String row = row(id, sequence);
      assertThat(row).contains("," + codes.printedText(code) + ",");
    }
    assertThatThrownBy(() -> codes.at(batch, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> codes.at(batch, 5001)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void findsNothingForAnotherEpochAnIndexNobodyHasOrJunk() {
    Batch batch = batch(garment.openBatch(garment.body("5", "")));

    assertThat(codes.find(keys.serials().encipher(1, batch.first()))).isEmpty();
    assertThat(codes.find(keys.serials().encipher(0, 1L << 44))).isEmpty();
    assertThat(codes.find(new Serial("0000000000000000"))).isEmpty();
  }

  private boolean isSigned(String url, Serial serial, VerifyingKey key) {
    int mark = url.indexOf("?S=");
    String path = url.substring("http://LOCALHOST:8080".length(), mark);
    SignatureToken token = SignatureToken.read(url.substring(mark + 3)).orElseThrow();
    assertThat(path).isEqualTo("/S/" + serial);
    assertThat(token.statement()).isEqualTo(new Statement("WS100"));
    return key.verifier().verify(PrintedText.message(path, token.statement()), token.signature());
  }

  private VerifyingKey publishedKey(int slot) {
    for (JsonNode key : new Api(port, "").get("/.well-known/code-keys.json").json().path("keys")) {
      if (key.path("slot").asInt() == slot) {
        String pem = key.path("pem").asString().replaceAll("-----[A-Z ]+-----", "");
        return VerifyingKey.ofSpki(Base64.getMimeDecoder().decode(pem));
      }
    }
    throw new IllegalStateException("slot is not published");
  }

  private String row(String id, long sequence) {
    Answer answer =
        maker.get(PATH + "/" + id + "/codes.csv?header=false&count=1&reason=x&from=" + sequence);
    return new String(answer.body(), UTF_8);
  }

  private Batch batch(String id) {
    return batches.find(new BatchId(Long.parseLong(id))).orElseThrow();
  }
}
