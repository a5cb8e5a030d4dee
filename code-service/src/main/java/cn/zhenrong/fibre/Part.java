package cn.zhenrong.fibre;

import cn.zhenrong.fibre.RawPart.RawDiameter;
import cn.zhenrong.fibre.RawPart.RawShare;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One part of a garment with its shares in the order they were declared or reported.
///
/// @param name such as 大身, 罗纹, 里料
/// @param note words beside the part, such as 装饰纤维除外
/// @param facts what is known of it beside its fibres
public record Part(String name, List<Share> shares, @Nullable String note, PartFacts facts) {
  public Part {
    shares = List.copyOf(shares);
  }

  /// A part of which only the fibres are known.
  public Part(String name, List<Share> shares) {
    this(name, shares, null, PartFacts.NONE);
  }

  /// The part as it goes to the outside and into the store.
  RawPart raw() {
    List<RawShare> fibres =
        shares.stream()
            .map(share -> new RawShare(share.fibre().name(), share.percentText()))
            .toList();
    Diameter diameter = facts.diameter();
    return new RawPart(
        name,
        fibres,
        note,
        facts.trim() ? Boolean.TRUE : null,
        text(facts.surface()),
        diameter == null
            ? null
            : new RawDiameter(text(diameter.mean()), text(diameter.over30()), text(diameter.cv())));
  }

  private static @Nullable String text(@Nullable BigDecimal number) {
    return number == null ? null : Percents.plain(number);
  }
}
