package cn.zhenrong.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.code.PublicBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedTest {
  private static final PublicBase BASE = PublicBase.of("https://id.zhenrong.example", false);
  private static final String SERIAL = "7K3M9XQ2V5TAB8R8";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ID.ZHENRONG.EXAMPLE/01/09521234543213/21/" + SERIAL + "?S=WS95WO5.1",
        "http://id.zhenrong.example/01/09521234543213/21/" + SERIAL + "?S=WS95WO5.1#x",
        " id.zhenrong.example/01/09521234543213/21/" + SERIAL + "?S=WS95WO5.1\n",
        "https:\\\\id.zhenrong.example:443/01/09521234543213/21/" + SERIAL + "?S=WS95WO5.1",
        "//id.zhenrong.example/01/09521234543213/21/" + SERIAL + "?S=WS95WO5.1",
        "/01/09521234543213/21/" + SERIAL + "?S=WS95WO5.1",
        "01/09521234543213/21/" + SERIAL + "?S=WS95WO5.1",
      })
  void aLinkOfThisSiteKeepsItsGtinAndItsSignature(String text) {
    assertThat(Pasted.read(text, BASE))
        .isEqualTo(new Pasted.Link("/01/09521234543213/21/" + SERIAL, "S=WS95WO5.1"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example, evil.example",
    "HTTPS://Evil.Example:8443, evil.example:8443",
    "https://id.zhenrong.example:444, id.zhenrong.example:444",
    "https://id.zhenrong.example@evil.example, evil.example",
    "https://id.zhenrong.example.evil.example, id.zhenrong.example.evil.example",
    "https://id.zhenrong.example., id.zhenrong.example.",
    "https:\\\\evil.example\\\\id.zhenrong.example, evil.example",
    "https://іd.zhenrong.example, xn--d-evb.zhenrong.example",
    "weixin://id.zhenrong.example.cn, id.zhenrong.example.cn",
    "evil.example, evil.example",
    "//evil.example, evil.example",
  })
  void aLinkToAnotherSiteIsNoCodeWhateverStandsInIt(String site, String host) {
    for (String path : new String[] {"/S/", "/01/09521234543213/21/", "/scan/", "/x/"}) {
      assertThat(Pasted.read(site + path + SERIAL + "?S=WS95WO5.1", BASE))
          .as(path)
          .isEqualTo(new Pasted.Elsewhere(host));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "7K3M-9XQ2-V5TA-B8R8, 7K3M-9XQ2-V5TA-B8R8",
    "7k3m 9xq2 v5ta b8r8, 7k3m 9xq2 v5ta b8r8",
    "7K3M/9XQ2/V5TA/B8R8, 7K3M/9XQ2/V5TA/B8R8",
    "https://id.zhenrong.example/7K3M9XQ2V5TAB8R8, 7K3M9XQ2V5TAB8R8",
    "https://id.zhenrong.example/, ''",
  })
  void whatIsNoLinkOfACodeIsReadAsASerial(String text, String serial) {
    assertThat(Pasted.read(text, BASE)).isEqualTo(new Pasted.Typed(serial, null));
  }

  @Test
  void aSignatureBehindABareSerialIsKept() {
    assertThat(Pasted.read(SERIAL + "?S=WO100.1", BASE))
        .isEqualTo(new Pasted.Typed(SERIAL, "S=WO100.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/01//evil.example/", "///evil.example/S/x", "/S/\r\nSet-Cookie: a=b", "/scan//x"})
  void neverLeadsOutOfThisSiteOrOutOfTheHeader(String text) {
    if (Pasted.read(text, BASE) instanceof Pasted.Link link) {
      assertThat(link.path()).matches("/[^/\\\\][\\x21-\\x7e]*");
    }
  }
}
