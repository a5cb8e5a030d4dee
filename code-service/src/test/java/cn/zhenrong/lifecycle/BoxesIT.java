package cn.zhenrong.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.ServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class BoxesIT extends OpenBatch {
  @Test
  void aBoxIsActivatedShippedAndReturnedAsOneAndStaysSealed() throws Exception {
    SealedBatch other = another(maker);
    String box =
        sealed(
            "{'serials':['%s','%s','%s'],'note':'第 3 箱'}"
                .formatted(batch.serial(5), other.text(7), batch.text(6)));

    Answer activated = move(box, "activations");
    Answer again = move(box, "activations");
    Answer shipped = move(box, "shipments");
    Answer returned = move(box.toLowerCase(Locale.ROOT), "returns");

    assertThat(activated.json().toString()).isEqualTo("{\"activated\":3,\"refused\":[]}");
    assertThat(again.json().path("activated").asInt()).isZero();
    assertThat(reasons(again))
        .containsExactly("0 ALREADY_ACTIVE", "1 ALREADY_ACTIVE", "2 ALREADY_ACTIVE");
    assertThat(shipped.json().path("shipped").asInt()).isEqualTo(3);
    assertThat(returned.json().path("returned").asInt()).isEqualTo(3);
    Answer told = box(box);
    assertThat(told.json().path("sealed").asBoolean()).isTrue();
    assertThat(told.text("note")).isEqualTo("第 3 箱");
    assertThat(told.json().path("codes").asInt()).isEqualTo(3);
    assertThat(told.json().at("/items/0/serial").asString()).isEqualTo(batch.serial(5));
    assertThat(told.json().at("/items/2/batch").asString()).isEqualTo(other.id());
    assertThat(told.json().at("/items/2/status").asString()).isEqualTo("RETURNED");
    assertThat(state(4)).isEqualTo(CodeState.ISSUED);
  }

  @Test
  void aCodeIsInOneSealedBoxAndABoxIsAllOrNothing() {
    String box = sealed("{'batch':'" + batch.id() + "','first':1,'last':10}");
    api.post(batch.path("spoilages"), "{'first':40,'last':40,'reason':'LOST'}");

    Answer refused =
        seal(
            "{'serials':['%s','junk','%s','%s','0000000000000000']}"
                .formatted(batch.serial(11), batch.serial(10), batch.serial(40)));

    assertThat(refused.problem()).isEqualTo("state-conflict");
    assertThat(reasons(refused))
        .containsExactly("1 NOT_A_SERIAL", "2 IN_BOX", "3 SPOILED", "4 NEVER_ISSUED");
    assertThat(refused.json().at("/refused/1/words/zh").asString()).contains(box);
    assertThat(boxesOf(11)).isEmpty();
    assertThat(api.post("/api/v1/boxes/" + box + "/opening", "{'words':'改包装'}").status())
        .isEqualTo(200);
    String second =
        sealed(
            "{'batch':'"
                + batch.id()
                + "','ranges':[{'first':9,'last':11},{'first':20,'last':21}]}");
    assertThat(boxesOf(10)).containsExactly(second + " true", box + " false");
    assertThat(boxesOf(20)).containsExactly(second + " true");
  }

  @Test
  void ofManyWhoPackTheSameCodesAtOnceOneSucceeds() throws Exception {
    List<Callable<Answer>> packers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int first = 1 + i;
      packers.add(() ->
          seal("{'batch':'%s','first':%d,'last':%d}".formatted(batch.id(), first, 20 + first)));
    }
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Answer> one : threads.invokeAll(packers)) {
        statuses.add(one.get().status());
      }
    }

    assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    assertThat(boxesOf(15)).hasSize(1);
  }

  @Test
  void aBoxAndItsCodesMoveAtOnceAndTheBoxIsEitherWholeOrOpen() throws Exception {
    SealedBatch other = another(maker);
    for (long n = 1; n <= 8; n++) {
      String mine = batch.serial(n);
      String theirs = other.serial(n);
      String box = sealed("{'serials':['%s','%s']}".formatted(theirs, mine));
      List<Callable<Answer>> work =
          List.of(
              () -> move(box, "activations"),
              () -> api.post(batch.path("activations"), "{'serials':['" + mine + "']}"),
              () -> api.post(other.path("activations"), "{'serials':['" + theirs + "']}"));
      List<Answer> answers = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
        for (Future<Answer> one : threads.invokeAll(work)) {
          answers.add(one.get());
        }
      }
      boolean asOne = answers.getFirst().status() == 200;
      assertThat(box(box).json().path("sealed").asBoolean()).isEqualTo(asOne);
      if (!asOne) {
        // Somebody else was first, and not a deadlock.
        assertThat(answers.getFirst().json().at("/current/openedBecause").asString())
            .as(answers.getFirst().toString())
            .isEqualTo("ACTIVATE");
      }
      assertThat(answers.subList(1, 3)).extracting(Answer::status).containsOnly(200);
      assertThat(state(n)).isEqualTo(CodeState.ACTIVE);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "activations | {'first':3,'last':3}",
        "spoilages | {'first':3,'last':3,'reason':'DAMAGED'}",
        "samples | {'first':3,'last':3}",
        "displays | {'first':3,'last':3}"
      })
  void aCodeThatMovesOnItsOwnOpensItsBox(String work, String body) {
    String box = sealed("{'batch':'" + batch.id() + "','first':1,'last':10}");
    String next = sealed("{'batch':'" + batch.id() + "','first':11,'last':20}");

    api.post(batch.path(work), body);

    assertThat(box(box).json().path("sealed").asBoolean()).isFalse();
    assertThat(box(box).json().path("items").size()).isEqualTo(10);
    assertThat(box(box).json().has("openedBecause")).isTrue();
    assertThat(box(next).json().path("sealed").asBoolean()).isTrue();
    Answer shipped = move(box, "shipments");
    assertThat(shipped.problem()).isEqualTo("state-conflict");
    assertThat(shipped.json().at("/current/sealed").asBoolean(true)).isFalse();
  }

  @Test
  void returningVoidingAndReplacingOneCodeOpenItsBoxToo() {
    api.post(batch.path("activations"), "{'first':1,'last':20}");
    String returned = sealed("{'batch':'" + batch.id() + "','first':1,'last':5}");
    String voided = sealed("{'batch':'" + batch.id() + "','first':6,'last':10}");
    String replaced = sealed("{'serials':['" + batch.serial(11) + "']}");

    api.post(batch.path("returns"), "{'first':1,'last':1}");
    api.post("/api/v1/codes/" + batch.serial(6) + "/void", "{'reason':'LOST'}");
    api.post("/api/v1/codes/" + batch.serial(11) + "/replace", "{'reason':'DAMAGED'}");

    assertThat(box(returned).text("openedBecause")).isEqualTo("RETURN");
    assertThat(box(voided).text("openedBecause")).isEqualTo("VOID");
    assertThat(box(replaced).text("openedBecause")).isEqualTo("REPLACE");
  }

  @Test
  void namingAllCodesOfABoxMeansTheBoxAndARefusedMoveMeansNothing() {
    String box = sealed("{'batch':'" + batch.id() + "','first':1,'last':10}");
    String half = sealed("{'batch':'" + batch.id() + "','first':11,'last':20}");

    api.post(batch.path("activations"), "{'first':1,'last':15}");
    api.get(batch.path("codes.csv"));
    Answer second = api.post(batch.path("activations"), "{'first':2,'last':2}");

    assertThat(reasons(second)).containsExactly("0 ALREADY_ACTIVE");
    assertThat(box(box).json().path("sealed").asBoolean()).isTrue();
    assertThat(box(half).text("openedBecause")).isEqualTo("ACTIVATE");
  }

  @Test
  void aSpareIsNotTakenOutOfASealedBox() {
    api.post(batch.path("activations"), "{'first':1,'last':1}");
    String box = sealed("{'batch':'" + batch.id() + "','first':41,'last':50}");

    Answer replaced =
        api.post("/api/v1/codes/" + batch.serial(1) + "/replace", "{'reason':'DAMAGED'}");

    assertThat(replaced.text("successor")).isEqualTo(batch.serial(40));
    assertThat(box(box).json().path("sealed").asBoolean()).isTrue();
  }

  @Test
  void otherPartiesFindNoSuchBoxAndItsPageIsOfTheBatch() throws Exception {
    String box = sealed("{'batch':'" + batch.id() + "','first':1,'last':2}");
    String later = sealed("{'batch':'" + batch.id() + "','first':3,'last':4}");
    SealedBatch foreign = another(makers.maker());
    Api stranger = makers.maker().api(port);

    assertThat(stranger.get("/api/v1/boxes/" + box).status()).isEqualTo(404);
    assertThat(stranger.post("/api/v1/boxes/" + box + "/opening", "{}").status()).isEqualTo(404);
    assertThat(stranger.get(batch.path("boxes")).status()).isEqualTo(404);
    assertThat(api.get("/api/v1/boxes/BX0").status()).isEqualTo(404);
    assertThat(makers.association().api(port).get("/api/v1/boxes/" + box).status()).isEqualTo(200);
    assertThat(reasons(seal("{'serials':['%s']}".formatted(foreign.serial(1)))))
        .containsExactly("0 WRONG_MAKER");
    List<String> ids = ids(api.get(batch.path("boxes")));
    assertThat(ids).containsExactlyInAnyOrder(box, later);
    assertThat(ids(api.get(batch.path("boxes?limit=1")))).containsExactly(ids.getFirst());
    assertThat(ids(api.get(batch.path("boxes?before=" + ids.getFirst()))))
        .containsExactly(ids.getLast());
    Answer open = api.post("/api/v1/boxes/" + box + "/opening", "{}");
    assertThat(api.post("/api/v1/boxes/" + box + "/opening", "{'words':'again'}").json())
        .isEqualTo(open.json());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | batch box.one-of",
        "{'serials':[]} | serials box.codes",
        "{'batch':'%s','serials':['x']} | serials box.one-of",
        "{'batch':'%s'} | first field.missing",
        "{'batch':'%s','first':2,'last':1} | last selection.order",
        "{'batch':'%s','ranges':[]} | batch box.codes",
        "{'batch':'%s','ranges':[{'first':1,'last':81}]} | ranges[0].last number.range"
      })
  void refusesABoxThatIsNone(String body, String field) {
    assertThat(seal(body.replace("%s", batch.id())).fields()).contains(field);
  }

  private String sealed(String body) {
    Answer answer = seal(body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.text("id");
  }

  private Answer seal(String body) {
    return api.post("/api/v1/boxes", body);
  }

  private Answer move(String box, String work) {
    return api.post("/api/v1/boxes/" + box + "/" + work, "{}");
  }

  private Answer box(String id) {
    return api.get("/api/v1/boxes/" + id);
  }

  private List<String> boxesOf(long sequence) {
    Answer history = api.get("/api/v1/codes/" + batch.serial(sequence) + "/history");
    return StreamSupport.stream(history.json().path("boxes").spliterator(), false)
        .map(box -> box.path("id").asString() + " " + box.path("sealed").asBoolean())
        .toList();
  }

  private static List<String> ids(Answer page) {
    return StreamSupport.stream(page.json().spliterator(), false)
        .map(box -> box.path("id").asString())
        .toList();
  }

  private static List<String> reasons(Answer answer) {
    return StreamSupport.stream(answer.json().path("refused").spliterator(), false)
        .map(one -> one.path("index").asInt(0) + " " + one.path("reason").asString())
        .toList();
  }
}
