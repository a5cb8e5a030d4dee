package cn.zhenrong.conformity;

import cn.zhenrong.fibre.Part;
import org.jspecify.annotations.Nullable;

/// What the words beside a declared part, and its name, mean for the rules.
///
/// @param exception the note if it excepts fibres (装饰纤维除外), else null
/// @param basis of the percentages on the label
/// @param woollen whether the note says that the yarn is woollen-spun
/// @param spinning how the yarn was spun, by the note or by what is known of the goods
/// @param virgin whether the wool is said to be virgin
/// @param random whether the composition is said to be unspecified or random
/// @param filling whether the part is a filling
record Notes(
    @Nullable String exception,
    Basis basis,
    boolean woollen,
    @Nullable Spinning spinning,
    boolean virgin,
    boolean random,
    boolean filling) {
  private static final Notes PLAIN = silent(null, false);
  private static final Notes FILLING = silent(null, true);

  static Notes of(Part part, LabelWords words, @Nullable Spinning spinning) {
    String note = part.note();
    boolean filling = words.say("filling", part.name());
    if (note == null) {
      return spinning != null ? silent(spinning, filling) : filling ? FILLING : PLAIN;
    }
    boolean woollen = words.say("woollen", note);
    return new Notes(
        words.say("except", note) ? note : null,
        words.say("net-dry", note) ? Basis.NET_DRY : Basis.OFFICIAL_REGAIN,
        woollen,
        spinning == null && woollen ? Spinning.CARDED : spinning,
        words.say("virgin", note),
        words.say("random", note),
        filling);
  }

  private static Notes silent(@Nullable Spinning spinning, boolean filling) {
    return new Notes(null, Basis.OFFICIAL_REGAIN, false, spinning, false, false, filling);
  }
}
