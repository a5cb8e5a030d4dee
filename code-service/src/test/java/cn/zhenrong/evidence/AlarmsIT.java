package cn.zhenrong.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.file.Pdfs;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.ServiceTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class AlarmsIT {
  @Autowired Makers makers;
  @Autowired Clock clock;
  @LocalServerPort int port;

  private Api maker;
  private Api other;
  private NewReports first;

  @BeforeEach
  void twoMakersAndAReport() {
    maker = makers.maker().api(port);
    other = makers.maker().api(port);
    first = NewReports.forNewStyle(maker);
    assertThat(codes(maker.post(NewReports.PATH, first.json()))).isEmpty();
  }

  @Test
  void warnsOfANumberUsedByAnotherParty() {
    Answer again = other.post(NewReports.PATH, copyFor(other).json());

    assertThat(again.status()).as(again.toString()).isEqualTo(201);
    assertThat(codes(again)).containsExactly("number-reused");
    assertThat(again.json().at("/alarms/0/words/zh").asString()).isNotBlank();
    assertThat(again.json().at("/alarms/0/words/en").asString()).isNotBlank();
    assertThat(again.json().at("/alarms/0/open").asBoolean()).isTrue();
    String read = other.get(NewReports.PATH + "/" + again.text("id")).toString();
    assertThat(read).contains("number-reused");
    assertThat(other.get(NewReports.PATH).toString()).contains("number-reused");
  }

  @Test
  void warnsOfANumberUsedForAnotherStyle() {
    assertThat(codes(maker.post(NewReports.PATH, copyFor(maker).json())))
        .containsExactly("number-reused");
  }

  @Test
  void warnsWhenTheNumberIsOnlySpeltOtherwise() {
    NewReports spelt =
        copyFor(other)
            .with("number", "' " + first.number().toLowerCase(Locale.ROOT).replace("-", " ") + "'")
            .with("lab", "'江南试验 检测中心。'");
    assertThat(codes(other.post(NewReports.PATH, spelt.json()))).containsExactly("number-reused");
  }

  @Test
  void warnsOfANumberUnderAnotherLaboratory() {
    NewReports moved = copyFor(other).with("lab", "'河港试验检测所'");
    assertThat(codes(other.post(NewReports.PATH, moved.json())))
        .containsExactly("number-other-lab");
  }

  @Test
  void warnsOfTheSameResultsUnderAnotherNumber() {
    NewReports renumbered = copyFor(other).with("number", "'N" + System.nanoTime() + "'");
    assertThat(codes(other.post(NewReports.PATH, renumbered.json())))
        .containsExactly("results-repeated");
  }

  @Test
  void takesResultsOfOneFibreAloneForNoSign() {
    String pure = "[{'fibres':[{'fibre':'山羊绒','percent':'100'}]}]";
    maker.post(NewReports.PATH, NewReports.forNewStyle(maker).with("parts", pure).json());
    assertThat(
            codes(
                other.post(
                    NewReports.PATH, NewReports.forNewStyle(other).with("parts", pure).json())))
        .isEmpty();
  }

  @Test
  void warnsOfAnOldReportFromTheDayAfterItsYear() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Alarms.CHINA);
    assertThat(codes(maker.post(NewReports.PATH, dated(today.minusYears(1)).json()))).isEmpty();
    assertThat(codes(maker.post(NewReports.PATH, dated(today.minusYears(1).minusDays(2)).json())))
        .containsExactly("old");
  }

  @Test
  void warnsOfAFileUnderAnotherReport() {
    byte[] pdf = Pdfs.onePage("t" + System.nanoTime());
    String mine = maker.get(NewReports.PATH).json().get(0).path("id").asString();
    String theirs = other.post(NewReports.PATH, NewReports.forNewStyle(other).json()).text("id");

    assertThat(codes(maker.upload(NewReports.PATH + "/" + mine + "/file", "file", pdf))).isEmpty();
    assertThat(codes(other.upload(NewReports.PATH + "/" + theirs + "/file", "file", pdf)))
        .containsExactly("file-reused");
  }

  @Test
  void letsTheAssociationCloseAnAlarmWithAReason() {
    String id = other.post(NewReports.PATH, copyFor(other).json()).text("id");
    String path = NewReports.PATH + "/" + id + "/alarms/number-reused/closure";
    Api association = makers.association().api(port);

    assertThat(other.post(path, "{'reason':'没事'}").status()).isEqualTo(403);
    assertThat(association.post(path, "{}").fields()).containsExactly("reason field.missing");
    Answer closed = association.post(path, "{'reason':'已电话核实，同一面料两款共用'}");
    assertThat(closed.status()).isEqualTo(200);
    assertThat(closed.json().at("/alarms/0/open").asBoolean()).isFalse();
    assertThat(association.post(path, "{'reason':'再次'}").status()).isEqualTo(404);
  }

  @Test
  void tellsNothingAboutTheOtherReport() {
    String answer = other.post(NewReports.PATH, copyFor(other).json()).toString();
    String mine = maker.get(NewReports.PATH).json().get(0).path("id").asString();
    assertThat(answer).doesNotContain(mine).doesNotContain(first.styleId());
  }

  private NewReports copyFor(Api api) {
    return first.with("styleId", "'" + NewReports.forNewStyle(api).styleId() + "'");
  }

  private NewReports dated(LocalDate day) {
    return NewReports.forNewStyle(maker).with("issuedOn", "'" + day + "'");
  }

  private static List<String> codes(Answer answer) {
    return StreamSupport.stream(answer.json().path("alarms").spliterator(), false)
        .map(alarm -> alarm.path("code").asString())
        .toList();
  }
}
