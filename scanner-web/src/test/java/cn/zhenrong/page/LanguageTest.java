package cn.zhenrong.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # ?lang | Accept-Language            | chosen
          en      | zh-CN                      | EN
          zh      | en                         | ZH
          EN      |                            | EN
          zh-Hans | en                         | ZH
          fr      | en                         | EN
                  | en-GB,en;q=0.9             | EN
                  | zh-CN,zh;q=0.9,en;q=0.8    | ZH
                  | en;q=0.2,zh;q=0.7          | ZH
                  | en;q=0.7,zh;q=0.2          | EN
                  | fr-FR,en;q=0.5,zh;q=0.1    | EN
                  | en;q=0,fr                  | ZH
                  | fr,de;q=0.5                | ZH
                  | *                          | ZH
                  | english                    | ZH
                  | ;;;q=zz                    | ZH
                  |                            | ZH
          """)
  void isTheParameterThenTheHeaderThenChinese(
      @Nullable String lang, @Nullable String header, Language chosen) {
    assertThat(Language.choose(lang, header)).isEqualTo(chosen);
  }
}
