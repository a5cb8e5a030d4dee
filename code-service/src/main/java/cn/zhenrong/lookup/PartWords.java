package cn.zhenrong.lookup;

import cn.zhenrong.page.Wording;
import java.util.Map;

/// What the usual parts of a garment are called in English. The maker's own word stays beside it.
final class PartWords {
  private static final Map<String, String> ENGLISH =
      Map.ofEntries(
          Map.entry("大身", "body"),
          Map.entry("衣身", "body"),
          Map.entry("前片", "front"),
          Map.entry("后片", "back"),
          Map.entry("罗纹", "rib"),
          Map.entry("袖口", "cuffs"),
          Map.entry("下摆", "hem"),
          Map.entry("领", "collar"),
          Map.entry("领口", "neckline"),
          Map.entry("袖", "sleeves"),
          Map.entry("袖子", "sleeves"),
          Map.entry("里料", "lining"),
          Map.entry("面料", "shell fabric"),
          Map.entry("帽里", "hood lining"),
          Map.entry("口袋", "pockets"),
          Map.entry("衬里", "lining"),
          Map.entry("填充物", "filling"),
          Map.entry("装饰", "decoration"),
          Map.entry("织带", "tape"));

  private PartWords() {}

  static Wording of(String name) {
    String english = ENGLISH.get(name.strip());
    return english == null ? Wording.same(name) : new Wording(name, english + " (" + name + ")");
  }
}
