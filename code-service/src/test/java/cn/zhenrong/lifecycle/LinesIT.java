package cn.zhenrong.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.issue.Batches;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.ServiceTest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/// The spares of one line are not for the garments of another: three of M with one spare (1–4), two
/// of L with one spare (5–7).
@ServiceTest
class LinesIT {
  @Autowired Makers makers;
  @Autowired Batches batches;
  @Autowired Codes codes;
  @Autowired JdbcTemplate sql;
  @Autowired Rebuilding rebuilding;
  @LocalServerPort int port;

  private Api api;
  private SealedBatch batch;

  @BeforeEach
  void twoLines() throws Exception {
    Member maker = makers.maker();
    api = maker.api(port);
    batch =
        SealedBatch.of(
            maker,
            port,
            batches,
            codes,
            "{'colour':'驼色','size':'M','quantity':3,'spares':1},"
                + "{'colour':'驼色','size':'L','quantity':2,'spares':1}");
  }

  @Test
  void aWholeRollLeavesTheSparesOfEachLine() {
    Answer all = activate(1, 6);

    assertThat(all.json().path("activated").asInt()).as(all.toString()).isEqualTo(5);
    assertThat(refused(all)).containsExactly("4 LINE_QUANTITY_USED");
    assertThat(all.json().at("/refused/0/words/zh").asString()).contains("驼色 M", "3 件", "备用");
    assertThat(lines()).containsExactly("1 3 0", "2 2 0");

    assertThat(api.post(code(2, "void"), "{'reason':'LOST'}").status()).isEqualTo(200);
    assertThat(lines()).containsExactly("1 2 1", "2 2 0");
    assertThat(refused(activate(7, 7))).containsExactly("7 LINE_QUANTITY_USED");
    assertThat(activate(4, 4).json().path("activated").asInt()).isEqualTo(1);
  }

  @Test
  void aWrongSizeTakesItsPlaceAlong() {
    activate(1, 3);
    Answer swapped =
        api.post(
            code(1, "replace"), "{'reason':'WRONG_GARMENT','successor':'" + batch.serial(7) + "'}");
    assertThat(swapped.status()).as(swapped.toString()).isEqualTo(200);

    assertThat(lines()).containsExactly("1 3 0", "2 -1 3");
    assertThat(refused(activate(4, 7))).containsExactly("4 LINE_QUANTITY_USED");
    assertThat(lines()).containsExactly("1 3 0", "2 2 0");
  }

  @Test
  void whatAnotherVersionDidNotCountIsCountedAnew() {
    activate(1, 3);
    for (String stale : List.of("'0,0'", "NULL")) {
      sql.update("UPDATE code_life SET places = " + stale + " WHERE batch_id = ?", batch.id());
      assertThat(lines()).containsExactly("1 3 0", "2 0 2");
      assertThat(refused(activate(4, 4))).containsExactly("4 LINE_QUANTITY_USED");
    }
    // The sum is right, the lines are not: a rebuild has them counted again.
    sql.update("UPDATE code_life SET places = '1,2' WHERE batch_id = ?", batch.id());
    assertThat(rebuilding.rebuild(batch.batch().id()).differed()).isFalse();
    assertThat(refused(activate(4, 4))).containsExactly("4 LINE_QUANTITY_USED");
  }

  @Test
  void theBatchTellsWhichLabelsAreSpare() {
    JsonNode lines = api.get("/api/v1/batches/" + batch.id()).json().path("lines");
    assertThat(lines.at("/0/lastSequence").asLong()).isEqualTo(4);
    assertThat(lines.at("/0/firstSpare").asLong()).isEqualTo(4);
    assertThat(lines.at("/1/firstSpare").asLong()).isEqualTo(7);
  }

  private Answer activate(long first, long last) {
    return api.post(batch.path("activations"), "{'first':" + first + ",'last':" + last + "}");
  }

  private String code(long sequence, String move) {
    return "/api/v1/codes/" + batch.serial(sequence) + "/" + move;
  }

  /// `line taken free` of the balance.
  private List<String> lines() {
    return StreamSupport.stream(
            api.get(batch.path("balance")).json().path("lines").spliterator(), false)
        .map(line -> line.path("line").asInt() + " " + line.path("taken") + " " + line.path("free"))
        .toList();
  }

  private static List<String> refused(Answer answer) {
    return StreamSupport.stream(answer.json().path("refused").spliterator(), false)
        .map(one -> one.path("first").asLong() + " " + one.path("reason").asString())
        .toList();
  }
}
