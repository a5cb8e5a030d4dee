package cn.zhenrong.page;

import org.jspecify.annotations.Nullable;

/// What a reader can do on the page.
///
/// @param nonce the one-time word that counts this verification; null if it is not to be counted
/// @param problemUrl where to report a problem; a path of this site, or null
public record Actions(@Nullable String nonce, @Nullable String problemUrl) {

  /// Nothing to do.
  public static final Actions NONE = new Actions(null, null);

  /// @throws IllegalArgumentException if the URL leaves this site
  public Actions {
    Addresses.requireLocal(problemUrl);
  }
}
