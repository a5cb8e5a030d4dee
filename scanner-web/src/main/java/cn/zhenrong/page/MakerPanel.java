package cn.zhenrong.page;

import org.jspecify.annotations.Nullable;

/// Who made it, as registered.
///
/// @param name the registered name
/// @param address the registered address
/// @param phone a telephone number for buyers
public record MakerPanel(String name, @Nullable String address, @Nullable String phone) {

  /// The number as a `tel:` link wants it: digits, with a leading plus if there is one.
  public @Nullable String phoneLink() {
    return phone == null ? null : "tel:" + phone.replaceAll("(?!^\\+)[^0-9]", "");
  }
}
