package cn.zhenrong.page;

/// What every page has around its content.
///
/// @param language the language the page is written in
/// @param host the public host name of this installation, shown so that a reader can compare it
/// @param languageUrl this page in the other language; a path of this site
public record Frame(Language language, String host, String languageUrl) {

  /// @throws IllegalArgumentException if the URL leaves this site
  public Frame {
    Addresses.requireLocal(languageUrl);
  }
}
