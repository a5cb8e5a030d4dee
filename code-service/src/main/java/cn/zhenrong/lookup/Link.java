package cn.zhenrong.lookup;

import cn.zhenrong.problem.Words;
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
    String type, String href, Title title, List<String> languages, @Nullable String mediaType) {

  /// What a target is called.
  ///
  /// @param words for a page in one language
  /// @param text for a reader whose language is not asked
  record Title(Words words, String text) {

    /// A name in one language, whichever that is.
    static Title same(String text) {
      return new Title(new Words(text, text), text);
    }

    static Title both(Words words) {
      return new Title(words, words.zh() + " / " + words.en());
    }
  }

  /// A link with href and title only, as a default link must be (GS1-Conformant Resolver 1.2.1,
  /// 2.5.8).
  static Link bare(String type, String href, Title title) {
    return new Link(type, href, title, List.of(), null);
  }
}
