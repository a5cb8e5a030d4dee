package cn.zhenrong.fibre;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/// Whatever is typed is read or refused; what is read can be written and read again.
class CompositionFuzzTest {
  @FuzzTest
  void parse(byte[] data) {
    Composition composition;
    try {
      composition = Composition.parse(new String(data, StandardCharsets.UTF_8));
    } catch (Problem problem) {
      assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID_INPUT);
      assertThat(problem.fields()).isNotEmpty();
      return;
    }
    assertThat(Composition.of(composition.raw())).isEqualTo(composition);
    assertThat(Composition.parse(composition.chinese())).isEqualTo(composition);
    assertThat(Composition.parse(composition.english())).isEqualTo(composition);
  }
}
