package cn.zhenrong.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StreamRoundTest {
  @Test
  void readsTheNumberOfTheLastRow() {
    assertThat(StreamRound.lastSequence("…,7\r\n199999,A,B\r\n200000,0D26,0D26-K7YT,1\r\n"))
        .isEqualTo(200_000);
  }

  @Test
  void refusesAFileThatBreaksOff() {
    assertThatThrownBy(() -> StreamRound.lastSequence("1,A\r\n2,B"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void readsSerialsFromTheFileOfCodes() {
    String file =
        "\uFEFFsequence,serial,human\r\n1,0D26K7YTY8GVZYWZ,0D26\r\n2,079KWJTC5Q4KV2AE,079K\r\n";

    assertThat(Maker.rows(file)).isEqualTo(List.of("0D26K7YTY8GVZYWZ", "079KWJTC5Q4KV2AE"));
  }
}
