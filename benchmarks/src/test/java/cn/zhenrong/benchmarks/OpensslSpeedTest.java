package cn.zhenrong.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpensslSpeedTest {
  @Test
  void readsTheSigningSpeedAndNotTheVerifyingSpeed() {
    String said =
        """
        Got: +F6:0:253:Ed25519:5009.900990:1607.766990 from 1
                                      sign    verify    sign/s verify/s
         253 bits EdDSA (Ed25519)   0.0001s   0.0003s   9690.9   3326.8
        """;

    assertThat(OpensslSpeed.read(said)).hasValue(9690.9);
  }

  @Test
  void isEmptyForAnythingElse() {
    assertThat(OpensslSpeed.read("speed: Unknown algorithm ed25519\n")).isEmpty();
    assertThat(OpensslSpeed.read("")).isEmpty();
  }

  @Test
  void asksForOneProcessPerCoreAndTheClockOnTheWall() {
    assertThat(String.join(" ", OpensslSpeed.command(2, 3)))
        .isEqualTo("openssl speed -elapsed -multi 2 -seconds 3 ed25519");
  }
}
