package cn.zhenrong.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicBaseTest {
  @ParameterizedTest
  @CsvSource({
    "https://id.example.cn, false, https://ID.EXAMPLE.CN",
    "HTTPS://Id.Example.CN/, false, https://ID.EXAMPLE.CN",
    "https://id.example.cn:8443, false, https://ID.EXAMPLE.CN:8443",
    "https://id.example.cn:443, false, https://ID.EXAMPLE.CN",
    "https://xn--fiq228c.cn, false, https://XN--FIQ228C.CN",
    "http://localhost:8080, true, http://LOCALHOST:8080",
    "http://127.0.0.1:80, true, http://127.0.0.1",
    "https://id.example.cn, true, https://ID.EXAMPLE.CN",
  })
  void printsSchemeInLowerCaseAndHostInUpperCase(String url, boolean demo, String printed) {
    PublicBase base = PublicBase.of(url, demo);
    assertThat(base.printed()).isEqualTo(printed);
    assertThat(base.origin()).isLowerCase().isEqualToIgnoringCase(printed);
  }

  @ParameterizedTest
  @CsvSource({
    "http://id.example.cn, false, base.scheme",
    "ftp://id.example.cn, true, base.scheme",
    "id.example.cn, true, base.scheme",
    "'', true, base.scheme",
    "https://, false, base.syntax",
    "https:///, false, base.syntax",
    "https://id.example.cn/codes, false, base.syntax",
    "https://id.example.cn//, false, base.syntax",
    "https://id.example.cn?a, false, base.syntax",
    "https://id.example.cn#a, false, base.syntax",
    "https://me@id.example.cn, false, base.syntax",
    "https://真绒.cn, false, base.syntax",
    "https://[::1], false, base.syntax",
    "https://id.example.cn:0, false, base.syntax",
    "https://id.example.cn:65536, false, base.syntax",
    "https://id example.cn, false, base.syntax",
  })
  void refusesAnythingElse(String url, boolean demo, String code) {
    assertThatThrownBy(() -> PublicBase.of(url, demo))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.fields().getFirst().code()).isEqualTo(code));
  }
}
