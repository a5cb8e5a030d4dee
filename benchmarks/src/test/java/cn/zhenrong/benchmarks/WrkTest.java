package cn.zhenrong.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WrkTest {

  @Test
  void readsWhatTheScriptWrites() {
    Wrk.Run run =
        Wrk.read("Running 5s test\nRESULT 200000 5000000 700 3000 9000 0 12\nRequests/sec: 1");
    assertThat(run.perSecond()).isEqualTo(40_000);
    assertThat(run.p50()).isEqualTo(0.7);
    assertThat(run.p99()).isEqualTo(3.0);
    assertThat(run.p999()).isEqualTo(9.0);
    assertThat(run.answers()).isEqualTo(200_000);
    assertThat(run.refused()).isEqualTo(12);
  }

  @Test
  void measuresNothingWhereConnectionsFail() {
    assertThatThrownBy(() -> Wrk.read("RESULT 10 5000000 1 1 1 3 0"))
        .hasMessageContaining("3 connections failed");
    assertThatThrownBy(() -> Wrk.read("unable to connect"))
        .hasMessageContaining("unable to connect");
  }
}
