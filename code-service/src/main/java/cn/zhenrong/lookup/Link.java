package cn.zhenrong.lookup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One typed link of a linkset (RFC 9264, 4.2).
///
/// @param type name in the GS1 Web Vocabulary, such as `pip`
/// @param href absolute
/// @param languages of the target, `ll` or `ll-CC`; empty if it suits every reader or the attribute
///   may not stand there
/// @param mediaType of the target; null if it is not known or may not stand there
record Link(
    String type, String href, String title, List<String> languages, @Nullable String mediaType) {

  /// A link with href and title only, as a default link must be (GS1-Conformant Resolver 1.2.1,
  /// 2.5.8).
  static Link bare(String type, String href, String title) {
    return new Link(type, href, title, List.of(), null);
  }
}
