package cn.zhenrong.conformity;

import cn.zhenrong.fibre.FibreKind;
import cn.zhenrong.fibre.Part;
import cn.zhenrong.fibre.Share;
import java.math.BigDecimal;

/// What a product standard asks of the declared composition: P1 for FZ/T 73009, P2 for FZ/T 73018.
final class ProductRules {
  private static final String CASHMERE_KNITWEAR = StandardNumber.plain("FZ/T 73009");
  private static final String WOOL_KNITWEAR = StandardNumber.plain("FZ/T 73018");

  private final boolean here;
  private final Rule cashmere;
  private final Limit leastCashmere;
  private final Rule wool;
  private final Limit leastWool;

  ProductRules(Rules rules) {
    here = rules.has("P1", "cashmere");
    cashmere = rules.rule("P1");
    leastCashmere = rules.limit("P1", "cashmere");
    wool = rules.rule("P2");
    leastWool = rules.limit("P2", "wool");
  }

  /// @param main the label's main part
  /// @param goods whose standard is in any spelling
  void judge(Part main, Goods goods, Findings findings) {
    String cited = goods.standard();
    if (cited == null || !here) {
      return;
    }
    String text = StandardNumber.fold(cited);
    if (StandardNumber.standsIn(text, CASHMERE_KNITWEAR)) {
      check(declared(main, true), cashmere, leastCashmere, "product.cashmere", findings);
    }
    if (StandardNumber.standsIn(text, WOOL_KNITWEAR)) {
      check(declared(main, false), wool, leastWool, "product.wool", findings);
      if (goods.ageGroup() == AgeGroup.INFANT) {
        findings.add(wool, null, Outcome.FAIL, "product.infant.fail", Facts.NONE);
      }
    }
  }

  private static void check(
      BigDecimal declared, Rule rule, Limit least, String key, Findings findings) {
    Facts facts = new Facts("", "", Facts.text(declared), null, null);
    findings.check(least.holdsAtLeast(declared), rule, least, key, facts);
  }

  private static BigDecimal declared(Part part, boolean onlyCashmere) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Share share : part.shares()) {
      FibreKind kind = share.fibre().kind();
      if (onlyCashmere ? kind == FibreKind.CASHMERE : kind.isAnimalHair()) {
        sum = sum.add(share.percent());
      }
    }
    return sum;
  }
}
