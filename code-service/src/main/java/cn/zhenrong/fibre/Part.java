package cn.zhenrong.fibre;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One part of a garment with its shares in the order they were declared or reported.
///
/// @param name such as 大身, 罗纹, 里料
/// @param note words beside the part, such as 装饰纤维除外
public record Part(String name, List<Share> shares, @Nullable String note) {
  public Part {
    shares = List.copyOf(shares);
  }

  /// A part without a note.
  public Part(String name, List<Share> shares) {
    this(name, shares, null);
  }

  /// The part as it goes to the outside and into the store.
  RawPart raw() {
    return new RawPart(
        name,
        shares.stream()
            .map(share -> new RawPart.RawShare(share.fibre().name(), share.percentText()))
            .toList(),
        note);
  }
}
