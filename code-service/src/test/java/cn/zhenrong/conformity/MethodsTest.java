package cn.zhenrong.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodsTest {
  private final Methods methods = RuleData.shipped().methods();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GB/T 16988-2013            | MICROSCOPY
          GB/T 16988                 | MICROSCOPY
          GB/T16988—2013             | MICROSCOPY
          gb/t 16988-1997            | MICROSCOPY
          ＧＢ／Ｔ １６９８８          | MICROSCOPY
          GBT 16988                  | MICROSCOPY
          按GB/T 16988-2013检验       | MICROSCOPY
          GB/T 40905.1-2021          | MICROSCOPY
          GB/T 40905.2-2022          | MICROSCOPY
          ISO 17751-1:2023           | MICROSCOPY
          ISO 17751-2:2016           | MICROSCOPY
          IWTO-58-00                 | MICROSCOPY
          IWTO 58                    | MICROSCOPY
          IWTO-8-97                  | MICROSCOPY
          GB/T 2910.4-2022           | CHEMISTRY
          GB/T 2910                  | CHEMISTRY
          FZ/T 01026-2017            | CHEMISTRY
          ISO 1833-4:2017            | CHEMISTRY
          ISO 1833                   | CHEMISTRY
          FZ/T 01057.3               | IDENTIFICATION
          GB/T 40903-2021            | IDENTIFICATION
          ISO 18074:2015             | IDENTIFICATION
          GB/T 2910.4、GB/T 16988     | MICROSCOPY
          GB/T 2910.4,GB/T 16988     | MICROSCOPY
          GB/T 2910.4; GB/T 16988    | MICROSCOPY
          GB/T 2910.4 + GB/T 16988   | MICROSCOPY
          GB/T 2910.4+GB/T 16988     | MICROSCOPY
          GB/T 2910.4 GB/T 16988     | MICROSCOPY
          GB/T 2910.4和GB/T 16988     | MICROSCOPY
          GB/T 16988-2013、FZ/T 01057 | MICROSCOPY
          FZ/T 01057、GB/T 2910.4     | CHEMISTRY
          GB/T 40903+GB/T 2910.4     | CHEMISTRY
          XY 1, GB/T 16988           | MICROSCOPY
          GB/T 169880                | NOTHING
          GB/T 29100                 | NOTHING
          XGB/T 16988                | NOTHING
          1GB/T 16988                | NOTHING
          GB/T 1698                  | NOTHING
          GB/T 29862-2013            | NOTHING
          16988                      | NOTHING
          目测                        | NOTHING
          ''                         | NOTHING
          """)
  void knowsWhatAMethodCanTellApart(String text, Resolution resolution) {
    assertThat(methods.resolution(text)).isEqualTo(resolution);
    // The second time comes from memory.
    assertThat(methods.resolution(text)).isEqualTo(resolution);
  }

  @Test
  void knowsThatNoMethodTellsNothing() {
    assertThat(methods.resolution(null)).isEqualTo(Resolution.NOTHING);
  }

  @Test
  void keepsABoundedNumberOfTexts() {
    for (int i = 0; i < 5000; i++) {
      assertThat(methods.resolution("GB/T 16988 no. " + i)).isEqualTo(Resolution.MICROSCOPY);
    }
    assertThat(methods.keptTexts()).isEqualTo(1000);
    assertThat(RuleData.shipped().methods().resolution("x".repeat(201)))
        .isEqualTo(Resolution.NOTHING);
  }

  @Test
  void doesNotKeepLongTexts() {
    methods.resolution("x".repeat(201));
    assertThat(methods.keptTexts()).isZero();
    methods.resolution("x".repeat(200));
    assertThat(methods.keptTexts()).isEqualTo(1);
  }
}
