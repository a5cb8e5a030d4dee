package cn.zhenrong.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What sort of goods a name speaks of, as far as one report must not be shown for another sort. In
/// Chinese the last such word of a name is what the thing is: 羊绒衫面料 is cloth.
enum GoodsKind {
  TOP("衫", "毛衣", "上衣", "卫衣", "套头", "打底", "sweater", "pullover", "cardigan", "jumper"),
  VEST("背心", "马甲", "坎肩", "vest"),
  COAT("大衣", "外套", "风衣", "coat", "jacket"),
  TROUSERS("裤", "trousers", "pants", "leggings"),
  SKIRT("裙", "skirt", "dress"),
  SCARF("围巾", "披肩", "围脖", "丝巾", "scarf", "shawl", "stole"),
  HAT("帽", "hat", "beanie"),
  GLOVES("手套", "gloves", "mittens"),
  SOCKS("袜", "socks"),
  BLANKET("毯", "blanket", "throw"),
  YARN("纱", "绒线", "毛线", "纱线", "yarn"),
  CLOTH("面料", "坯布", "布料", "fabric", "cloth"),
  FIBRE("原绒", "无毛绒", "毛条", "fibre", "fiber");

  private final List<String> words;

  GoodsKind(String... words) {
    this.words = List.of(words);
  }

  /// Whether two names speak of different sorts; a name that is missing or tells none is no sign.
  static boolean differ(@Nullable String one, String other) {
    Optional<GoodsKind> first = one == null ? Optional.empty() : of(one);
    Optional<GoodsKind> second = of(other);
    return first.isPresent() && second.isPresent() && !first.equals(second);
  }

  /// The sort a name ends on; empty for a name that tells none.
  static Optional<GoodsKind> of(String name) {
    String text = name.toLowerCase(Locale.ROOT);
    GoodsKind last = null;
    int end = 0;
    for (GoodsKind kind : values()) {
      for (String word : kind.words) {
        int at = text.lastIndexOf(word);
        if (at >= 0 && at + word.length() > end) {
          end = at + word.length();
          last = kind;
        }
      }
    }
    return Optional.ofNullable(last);
  }
}
