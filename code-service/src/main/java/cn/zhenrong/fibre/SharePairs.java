package cn.zhenrong.fibre;

import cn.zhenrong.fibre.RawPart.RawShare;
import cn.zhenrong.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Puts the names and numbers of one part together.
final class SharePairs {
  /// A name or a number.
  ///
  /// @param divided whether a separator stands before it
  /// @param colon whether a colon stands before it
  record Token(boolean isNumber, String text, boolean divided, boolean colon) {}

  private SharePairs() {}

  /// @throws Problem invalid-input `composition.syntax` if the tokens do not alternate, or commas
  ///   stand where they would tear a pair apart
  static List<RawShare> of(List<Token> tokens) {
    if (tokens.size() == 1 && !tokens.getFirst().isNumber()) {
      return List.of(pure(tokens.getFirst().text()));
    }
    if (namesAPart(tokens)) {
      throw refusal("parts");
    }
    check(tokens);
    List<RawShare> shares = new ArrayList<>(tokens.size() / 2);
    for (int i = 0; i < tokens.size(); i += 2) {
      Token one = tokens.get(i);
      Token other = tokens.get(i + 1);
      shares.add(
          one.isNumber()
              ? share(other.text(), one.text(), tokens.size())
              : share(one.text(), other.text(), tokens.size()));
    }
    return shares;
  }

  static Problem refusal(String why) {
    return FibreTexts.invalid("composition.syntax", "composition.syntax." + why);
  }

  /// Whether a name too many comes first that is no fibre's, as in 大身95%山羊绒5%绵羊毛.
  private static boolean namesAPart(List<Token> tokens) {
    return tokens.size() % 2 == 1
        && !tokens.getFirst().isNumber()
        && !FibreWords.isFibre(tokens.getFirst().text());
  }

  private static void check(List<Token> tokens) {
    boolean tornApart = false;
    boolean runTogether = false;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean second = i % 2 == 1;
      if (token.colon() && !(second && token.isNumber())) {
        throw refusal("parts");
      }
      if (token.isNumber() == tokens.getFirst().isNumber() == second) {
        throw refusal("pairs");
      }
      tornApart |= second && token.divided();
      runTogether |= !second && i > 0 && !token.divided();
    }
    if (tokens.size() % 2 == 1 || (tornApart && runTogether)) {
      throw refusal("pairs");
    }
  }

  private static RawShare share(String written, String percent, int tokens) {
    String name = FibreWords.name(written);
    String claimed = Fibres.find(name) == null ? FibreWords.afterPure(name) : null;
    if (claimed == null) {
      if (FibreWords.areSeveral(name)) {
        throw refusal("pairs");
      }
      return new RawShare(name, percent);
    }
    BigDecimal number = Percents.read(percent);
    if (tokens > 2 || !Percents.HUNDRED.equals(number)) {
      throw refusal("pure");
    }
    return new RawShare(claimed, percent);
  }

  /// A single name without a number: right only where it says that there is nothing else.
  private static RawShare pure(String written) {
    String claimed = FibreWords.afterPure(written);
    if (claimed == null) {
      throw refusal("percent-missing");
    }
    return new RawShare(claimed, "100");
  }
}
