package cn.zhenrong.conformity;

import cn.zhenrong.problem.Texts;
import cn.zhenrong.problem.Words;

/// How much cashmere the report found in a part. A statement about the goods, kept apart from
/// whether the label conforms: goods with more cashmere than declared fail and still hold it.
///
/// @param part as on the label
/// @param atLeast percent as printed in the report, exact decimal
/// @param overDelivered whether the label fails only because there is more cashmere than declared
public record CashmereContent(String part, String atLeast, boolean overDelivered) {
  private static final Texts TEXTS = Texts.beside(CashmereContent.class);

  /// The statement, and for over-delivery the reason why the label has to be changed all the same.
  public Words words() {
    return TEXTS.words(overDelivered ? "cashmere.over-delivered" : "cashmere.content", atLeast);
  }
}
