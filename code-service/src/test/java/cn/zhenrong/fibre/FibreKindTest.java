package cn.zhenrong.fibre;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FibreKindTest {
  @Test
  void countsFourKindsAsAnimalHair() {
    assertThat(Arrays.stream(FibreKind.values()).filter(FibreKind::isAnimalHair))
        .containsExactly(
            FibreKind.CASHMERE,
            FibreKind.SHEEP_WOOL,
            FibreKind.WOOL_LIKE,
            FibreKind.SPECIALITY_HAIR);
  }
}
