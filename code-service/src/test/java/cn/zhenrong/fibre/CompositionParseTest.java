package cn.zhenrong.fibre;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompositionParseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "95%山羊绒 5%绵羊毛                  | 山羊绒95% 绵羊毛5%",
        "95% 山羊绒，5% 绵羊毛               | 山羊绒95% 绵羊毛5%",
        "羊绒95/羊毛5                        | 山羊绒95% 绵羊毛5%",
        "山羊绒 95% 绵羊毛 5%                | 山羊绒95% 绵羊毛5%",
        "山羊绒：95%，绵羊毛：5%             | 山羊绒95% 绵羊毛5%",
        "羊绒含量95%、羊毛含量5%             | 山羊绒95% 绵羊毛5%",
        "羊绒含量：95%；羊毛含量：5%         | 山羊绒95% 绵羊毛5%",
        "含95%山羊绒和5%绵羊毛               | 山羊绒95% 绵羊毛5%",
        "Cashmere 95 Wool 5                  | 山羊绒95% 绵羊毛5%",
        "95% Cashmere, 5% Wool               | 山羊绒95% 绵羊毛5%",
        "95% cashmere and 5% wool.           | 山羊绒95% 绵羊毛5%",
        "Contains 95% cashmere & 5% wool     | 山羊绒95% 绵羊毛5%",
        "WO70WS30                            | 绵羊毛70% 山羊绒30%",
        "wo70ws30                            | 绵羊毛70% 山羊绒30%",
        "70WO 30WS                           | 绵羊毛70% 山羊绒30%",
        "WS 70 / WO 30                       | 山羊绒70% 绵羊毛30%",
        "WS 70 + WO 30                       | 山羊绒70% 绵羊毛30%",
        "山羊绒70·绵羊毛30                   | 山羊绒70% 绵羊毛30%",
        "69.5%绵羊毛 30.5%山羊绒             | 绵羊毛69.5% 山羊绒30.5%",
        "9５．0％山羊绒　5％绵羊毛           | 山羊绒95% 绵羊毛5%",
        "100%羊绒                            | 山羊绒100%",
        "羊绒100%                            | 山羊绒100%",
        "羊绒 100                            | 山羊绒100%",
        "100%纯羊绒                          | 山羊绒100%",
        "纯羊绒                              | 山羊绒100%",
        "全羊毛                              | 绵羊毛100%",
        "100% cashmere                       | 山羊绒100%",
        "pure cashmere                       | 山羊绒100%",
        "100% Pure Cashmere                  | 山羊绒100%",
        "All wool                            | 绵羊毛100%",
        "97% wool 3% other fibres            | 绵羊毛97% 其他纤维3%",
        "angora rabbit 60 polyamide 40       | 兔毛60% 聚酰胺纤维40%",
        "60% angora (rabbit) 40% wool        | 兔毛60% 绵羊毛40%",
        "60% wool 40% angora (rabbit)        | 绵羊毛60% 兔毛40%",
        "牦牛毛（绒）100%                    | 牦牛毛100%",
        "100%牦牛毛（绒）                    | 牦牛毛100%",
        "100%山羊绒（装饰纤维除外）          | 山羊绒100%（装饰纤维除外）",
        "山羊绒100%（装饰纤维除外）          | 山羊绒100%（装饰纤维除外）",
        "100%山羊绒，装饰线除外              | 山羊绒100%（装饰线除外）",
        "成份：95%山羊绒 5%绵羊毛            | 山羊绒95% 绵羊毛5%",
        "95%山羊绒；5%绵羊毛                 | 山羊绒95% 绵羊毛5%",
        "大身：95%山羊绒 5%绵羊毛；罗纹：100%棉 | 大身：山羊绒95% 绵羊毛5%；罗纹：棉100%",
        "95%山羊绒 5%绵羊毛；罗纹：100%棉    | 大身：山羊绒95% 绵羊毛5%；罗纹：棉100%",
        "大身:95%山羊绒;5%绵羊毛;罗纹:100%棉 | 大身：山羊绒95% 绵羊毛5%；罗纹：棉100%",
        "大身：纯羊绒；里料1：纯棉           | 大身：山羊绒100%；里料1：棉100%",
        "大身：100%羊绒（装饰线除外）；里料：纯棉 | 大身：山羊绒100%（装饰线除外）；里料：棉100%",
        "Body: 95% cashmere 5% wool; Rib: 100% cotton | Body：山羊绒95% 绵羊毛5%；Rib：棉100%",
      })
  void readsWhatPeopleWrite(String text, String chinese) {
    assertThat(Composition.parse(text).chinese()).isEqualTo(chinese);
  }
}
