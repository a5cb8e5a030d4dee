package cn.zhenrong.fibre;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CompositionRoundTripTest {
  @Test
  void readsWhatItWrites() {
    RandomCompositions compositions = new RandomCompositions(new Random(29862));
    for (int i = 0; i < 5000; i++) {
      Composition composition = compositions.next();
      assertThat(Composition.parse(composition.chinese())).isEqualTo(composition);
      assertThat(Composition.parse(composition.english())).isEqualTo(composition);
      assertThat(Composition.of(composition.raw())).isEqualTo(composition);
    }
  }

  @Test
  void writesBothLanguages() {
    Composition composition = Composition.parse("大身：69.5%绵羊毛 30.5%山羊绒（装饰线除外）；罗纹：棉100");
    assertThat(composition.chinese()).isEqualTo("大身：绵羊毛69.5% 山羊绒30.5%（装饰线除外）；罗纹：棉100%");
    assertThat(composition.english())
        .isEqualTo("大身: 69.5% wool, 30.5% cashmere (装饰线除外); 罗纹: 100% cotton");
    assertThat(Composition.parse("WS100").english()).isEqualTo("100% cashmere");
    assertThat(Composition.parse("罗纹：WS100").english()).isEqualTo("罗纹: 100% cashmere");
  }

  @Test
  void readsLinesOfAForm() {
    assertThat(Composition.parse("大身：\r\n山羊绒\r\n95%\r\n绵羊毛\r\n5%\r\n\r\n罗纹：\n棉 100").chinese())
        .isEqualTo("大身：山羊绒95% 绵羊毛5%；罗纹：棉100%");
    assertThat(Composition.parse("95% cashmere\n5% wool\n").chinese()).isEqualTo("山羊绒95% 绵羊毛5%");
  }
}
