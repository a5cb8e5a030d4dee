package cn.zhenrong.conformity;

import cn.zhenrong.fibre.Part;
import org.jspecify.annotations.Nullable;

/// What the words beside a declared part, and its name, mean for the rules.
///
/// @param exception the note if it excepts fibres (装饰纤维除外), else null
/// @param basis of the percentages on the label
/// @param woollen whether the yarn is said to be woollen-spun
/// @param random whether the composition is said to be unspecified or random
/// @param filling whether the part is a filling
record Notes(
    @Nullable String exception, Basis basis, boolean woollen, boolean random, boolean filling) {
  private static final Notes PLAIN = new Notes(null, Basis.OFFICIAL_REGAIN, false, false, false);
  private static final Notes FILLING = new Notes(null, Basis.OFFICIAL_REGAIN, false, false, true);

  static Notes of(Part part, LabelWords words) {
    String note = part.note();
    boolean filling = words.say("filling", part.name());
    if (note == null) {
      return filling ? FILLING : PLAIN;
    }
    return new Notes(
        words.say("except", note) ? note : null,
        words.say("net-dry", note) ? Basis.NET_DRY : Basis.OFFICIAL_REGAIN,
        words.say("woollen", note),
        words.say("random", note),
        filling);
  }
}
