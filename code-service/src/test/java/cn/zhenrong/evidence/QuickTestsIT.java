package cn.zhenrong.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.party.Role;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class QuickTestsIT {
  @Autowired Makers makers;
  @LocalServerPort int port;

  private Member member;
  private Api maker;
  private Papers papers;
  private String path;

  @BeforeEach
  void aStyle() {
    member = makers.maker();
    maker = member.api(port);
    papers = Papers.of(maker);
    path = "/api/v1/styles/" + papers.style() + "/quick-tests";
  }

  @Test
  void keepsAQuickTestAsScreeningAndOpensNoGate() {
    Answer made = makers.bench().api(port).post(path, body("近红外示值：羊绒约 62"));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.json().at("/notice/zh").asString()).contains("快检筛查", "不是检验机构");
    assertThat(made.json().at("/notice/en").asString()).contains("not a laboratory result");
    assertThat(maker.get(path).json().findValuesAsString("result")).containsExactly("近红外示值：羊绒约 62");
    assertThat(maker.post("/api/v1/batches", papers.application("compact", 1)).text("verdict"))
        .as("the gate reads reports only")
        .isEqualTo("PASS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"检测合格", "不合格", "合 格", "已通过", "PASS", "Qualified", "达标"})
  void refusesAVerdict(String result) {
    assertThat(maker.post(path, body(result)).fields()).containsExactly("result quick.verdict");
    assertThat(maker.get(path).json().size()).isZero();
  }

  @Test
  void keepsOthersAway() {
    assertThat(maker.post(path, body("示值 90")).status()).isEqualTo(201);
    Api other = makers.maker().api(port);
    assertThat(other.get(path).status()).isEqualTo(404);
    assertThat(other.post(path, body("示值 90")).status()).isEqualTo(404);
    Member stranger = makers.maker();
    assertThat(makers.colleague(stranger, Role.QC).api(port).get(path).status()).isEqualTo(404);
    assertThat(makers.colleague(member, Role.QC).api(port).post(path, body("示值 91")).status())
        .isEqualTo(201);
    Api association = makers.association().api(port);
    assertThat(association.get(path).json().size()).isEqualTo(2);
    assertThat(association.post(path, body("示值 90")).status()).isEqualTo(403);
    assertThat(maker.get(path + "?limit=1").json().size()).isEqualTo(1);
  }

  private static String body(String result) {
    return """
    {'operator':'金质检','device':'近红外快检仪 3 号','lot':'L1','result':'%s','testedOn':'2026-10-01'}
    """
        .formatted(result);
  }
}
