package cn.zhenrong.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

@ServiceTest
class SpoilFileIT extends OpenBatch {
  private static final String REASON = "?reason=OTHER&words=%E5%8D%B7%E5%BC%80%E8%A3%82";

  @Test
  void ourOwnFileComesBackWithoutTheRowsThatAreStillGood() {
    List<String> file =
        new String(api.get(batch.path("codes.csv?count=20")).body(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    String body = file.getFirst() + "\r\n" + String.join("\r\n", file.subList(5, 9)) + "\r\n";

    Answer answer = send(body, "text/csv", REASON);

    assertThat(answer.json().toString()).isEqualTo("{\"rows\":4,\"spoiled\":4,\"refused\":[]}");
    assertThat(standing(4).state()).isEqualTo(CodeState.RELEASED);
    assertThat(standing(5).state()).isEqualTo(CodeState.SPOILED);
    assertThat(standing(8).words()).isEqualTo("卷开裂");
    assertThat(standing(9).state()).isEqualTo(CodeState.RELEASED);
  }

  @Test
  void everyRowThatDidNotMoveIsToldWithItsNumber() throws Exception {
    SealedBatch other = another(maker);
    api.post(batch.path("activations"), "{'first':2,'last':2}");
    String wrongPath = batch.text(3).replace("/S/", "/01/09521234543213/21/");

    Answer answer =
        send(
            "\uFEFF"
                + String.join(
                    "\n",
                    batch.serial(1),
                    batch.serial(2),
                    wrongPath,
                    "weixin",
                    other.serial(1),
                    "",
                    batch.serial(4) + "," + batch.serial(5),
                    batch.text(1)),
            "text/plain",
            "?reason=DAMAGED");

    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.json().path("rows").asInt()).isEqualTo(7);
    assertThat(answer.json().path("spoiled").asInt()).isEqualTo(1);
    assertThat(
            StreamSupport.stream(answer.json().path("refused").spliterator(), false)
                .map(one -> one.path("row").asInt() + " " + one.path("reason").asString()))
        .containsExactly(
            "2 ACTIVE", "3 NEVER_ISSUED", "4 NOT_A_SERIAL", "5 WRONG_BATCH", "7 SEVERAL_CODES");
  }

  @Test
  void aLongListOfRefusalsIsCut() {
    Answer answer = send("x\n".repeat(1001) + batch.serial(1), "text/csv", "?reason=LOST");

    assertThat(answer.json().path("refused").size()).isEqualTo(1000);
    assertThat(answer.json().path("more").asBoolean()).isTrue();
    assertThat(answer.json().path("spoiled").asInt()).isEqualTo(1);
  }

  @Test
  void takesMoreThanAnOtherBodyMay() {
    String row = "," + "x".repeat(200) + "\n";
    Answer large = send((batch.serial(1) + row).repeat(20_000), "text/csv", "?reason=LOST");
    Answer json =
        api.post(batch.path("activations"), "application/json", new byte[2 * 1024 * 1024]);

    assertThat(large.json().path("spoiled").asInt()).as(large.toString()).isEqualTo(1);
    assertThat(json.status()).isEqualTo(413);
  }

  @Test
  void aFileWithoutAReasonOrWithoutACodeChangesNothing() {
    assertThat(send(batch.serial(1), "text/csv", "").fields())
        .containsExactly("reason field.missing");
    assertThat(send("serial\n", "text/csv", REASON).fields()).containsExactly("rows rows.count");
    assertThat(send(batch.serial(1), "image/png", REASON).status()).isEqualTo(415);
    assertThat(
            makers
                .maker()
                .api(port)
                .post(batch.path("spoilages" + REASON), "text/csv", bytes(batch.serial(1)))
                .status())
        .isEqualTo(404);
    assertThat(standing(1).state()).isEqualTo(CodeState.ISSUED);
  }

  private Answer send(String body, String type, String query) {
    return api.post(batch.path("spoilages" + query), type, bytes(body));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
