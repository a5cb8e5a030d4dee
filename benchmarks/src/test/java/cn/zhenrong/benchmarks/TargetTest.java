package cn.zhenrong.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {
  @ParameterizedTest
  @CsvSource({
    "issue/signed-vs-accp, 0.749, false",
    "issue/signed-vs-accp, 0.75, true",
    "issue/signed-vs-openssl, 2.99, false",
    "issue/signed-vs-openssl, 3, true",
    "issue/accept-vs-commit, 5, true",
    "issue/accept-vs-commit, 5.01, false",
    "symbol/vs-zxing, 4.00, true",
    "symbol/vs-zxing, 3.99, false",
    "page/gzip-bytes, 14336, true",
    "page/gzip-bytes, 14337, false"
  })
  void judgesOnBothSidesOfItsBound(String key, BigDecimal value, boolean met) {
    assertThat(target(key).isMetBy(value)).contains(met);
  }

  @Test
  void doesNotJudgeANumberThatIsOnlyWatched() {
    assertThat(target("conformity/per-second").isMetBy(BigDecimal.ONE)).isEmpty();
  }

  @Test
  void hasEveryKeyOnce() {
    assertThat(Target.ALL).extracting(Target::key).doesNotHaveDuplicates().hasSize(13);
  }

  private static Target target(String key) {
    return Target.ALL.stream().filter(t -> t.key().equals(key)).findFirst().orElseThrow();
  }
}
