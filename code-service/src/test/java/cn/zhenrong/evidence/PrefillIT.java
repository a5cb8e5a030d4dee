package cn.zhenrong.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.party.Role;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class PrefillIT {
  private static final String PATH = NewReports.PATH + "/prefill";

  @Autowired Makers makers;
  @LocalServerPort int port;

  private Member member;
  private Api maker;

  @BeforeEach
  void aMaker() {
    member = makers.maker();
    maker = member.api(port);
  }

  @Test
  void offersWhatItFoundWithItsPlaceAndRecordsNothing() {
    Answer read = maker.upload(PATH, "file", SampleReports.plain());
    assertThat(read.status()).as(read.toString()).isEqualTo(200);
    assertThat(read.json().path("found").findValuesAsString("field"))
        .contains("number", "lab", "issuedOn", "method", "basis", "sampling");
    assertThat(read.json().at("/parts/0/fibres/0/percent").asString()).isEqualTo("94.6");
    assertThat(read.json().path("missing").size()).isZero();
    assertThat(read.json().at("/advice/zh").asString()).contains("核对");
    assertThat(maker.get(NewReports.PATH).json().size()).isZero();
    Answer scanned = maker.post(PATH, "application/pdf", SampleReports.scanned());
    assertThat(scanned.json().path("hasText").asBoolean(true)).isFalse();
  }

  @Test
  void refusesWhatIsNoPdfAndWhoIsNoMaker() {
    byte[] text = "%PDF-1.7 pretended".getBytes(StandardCharsets.UTF_8);
    assertThat(maker.upload(PATH, "file", text).fields()).containsExactly("file file.not-pdf");
    assertThat(maker.upload(PATH, "other", text).fields())
        .containsExactly("file report.file-missing");
    byte[] large = Arrays.copyOf(SampleReports.scanned(), 10 * 1024 * 1024 + 1);
    assertThat(maker.post(PATH, "application/pdf", large).status()).isEqualTo(413);
    assertThat(
            makers
                .colleague(member, Role.QC)
                .api(port)
                .upload(PATH, "file", SampleReports.scanned())
                .status())
        .isEqualTo(403);
    assertThat(new Api(port, "").upload(PATH, "file", text).status()).isEqualTo(401);
  }
}
