package cn.zhenrong.page;

import org.jspecify.annotations.Nullable;

/// What a reader can do on the page.
///
/// @param nonce the one-time word that counts this verification; null if it is not to be counted
/// @param countUrl where a form with that word is sent; a path of this site
/// @param problemUrl where to report a problem; a path of this site, or null
/// @param papers what there is to read and to keep
public record Actions(
    @Nullable String nonce, String countUrl, @Nullable String problemUrl, Papers papers) {

  /// Nothing to do.
  public static final Actions NONE = new Actions(null, null, Papers.NONE);

  /// The word goes to `/scans`, with nothing to be kept on the way.
  public Actions(@Nullable String nonce, @Nullable String problemUrl, Papers papers) {
    this(nonce, "/scans", problemUrl, papers);
  }

  /// What there is to read and to keep; paths of this site, or null.
  ///
  /// @param evidence the page of signature, manifest and proof
  /// @param certificate the same answer as a PDF
  public record Papers(@Nullable String evidence, @Nullable String certificate) {

    /// None.
    public static final Papers NONE = new Papers(null, null);

    /// @throws IllegalArgumentException if a URL leaves this site
    public Papers {
      Addresses.requireLocal(evidence);
      Addresses.requireLocal(certificate);
    }
  }

  /// @throws IllegalArgumentException if the URL leaves this site
  public Actions {
    Addresses.requireLocal(countUrl);
    Addresses.requireLocal(problemUrl);
  }
}
