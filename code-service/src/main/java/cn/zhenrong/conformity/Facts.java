package cn.zhenrong.conformity;

import cn.zhenrong.fibre.Fibre;
import cn.zhenrong.fibre.Share;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a finding is about: the fibre or fibres in both languages and the numbers as they were
/// written.
record Facts(
    String zh,
    String en,
    @Nullable String declared,
    @Nullable String measured,
    @Nullable String allowed) {
  static final Facts NONE = new Facts("", "", null, null, null);

  static Facts of(Fibre fibre, @Nullable BigDecimal declared, @Nullable BigDecimal measured) {
    return new Facts(fibre.name(), fibre.english(), text(declared), text(measured), null);
  }

  /// Several fibres with what they measured together.
  static Facts together(List<Share> shares, BigDecimal measured) {
    if (shares.size() == 1) {
      return of(shares.getFirst().fibre(), null, measured);
    }
    String zh = shares.stream().map(s -> s.fibre().name()).collect(Collectors.joining("、"));
    String en = shares.stream().map(s -> s.fibre().english()).collect(Collectors.joining(", "));
    return new Facts(zh, en, null, text(measured), null);
  }

  Facts allowing(@Nullable String allowed) {
    return new Facts(zh, en, declared, measured, allowed);
  }

  static @Nullable String text(@Nullable BigDecimal number) {
    if (number == null) {
      return null;
    }
    // toString keeps its result inside the number and writes small scales without an exponent.
    return number.scale() >= 0 && number.scale() <= 4 ? number.toString() : number.toPlainString();
  }
}
