package cn.zhenrong.product;

import cn.zhenrong.conformity.AgeGroup;
import cn.zhenrong.conformity.Finding;
import cn.zhenrong.party.Party;
import cn.zhenrong.problem.Texts;
import cn.zhenrong.problem.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which of the things a label of textile goods says are there for a style. Looks at the records;
/// what is printed is made from them.
///
/// @param items in the order of the list
/// @param missing how many are missing
/// @param scope whether the product standard the style cites is for such goods (P1, P2)
record LabelCheck(String styleId, List<ItemAnswer> items, int missing, List<ScopeAnswer> scope) {
  private static final Texts TEXTS = Texts.beside(LabelCheck.class);
  private static final String MISSING = "missing";

  /// @param outcome `present`, `missing` or `not-applicable`
  /// @param durable whether it is believed to stand on the durable label too
  /// @param words the item; where it is missing, also what to enter
  record ItemAnswer(
      String item,
      String outcome,
      boolean durable,
      String standard,
      @Nullable String clause,
      String confidence,
      Words words) {}

  record ScopeAnswer(String rule, @Nullable String clause, String outcome, Words words) {}

  /// @param label the style's newest composition label
  static LabelCheck of(Style style, Party maker, @Nullable Label label, List<Finding> scope) {
    List<ItemAnswer> items =
        LabelItem.ALL.stream()
            .map(item -> answer(item, outcome(item.item(), style, maker, label)))
            .toList();
    return new LabelCheck(
        style.id().toString(),
        items,
        (int) items.stream().filter(item -> item.outcome().equals(MISSING)).count(),
        scope.stream()
            .map(f -> new ScopeAnswer(f.rule(), f.clause(), f.outcome().name(), f.words()))
            .toList());
  }

  private static ItemAnswer answer(LabelItem item, String outcome) {
    return new ItemAnswer(
        item.item(),
        outcome,
        item.durable(),
        item.standard(),
        item.clause(),
        item.confidence(),
        outcome.equals(MISSING) ? missing(item) : item.words());
  }

  private static Words missing(LabelItem item) {
    return new Words(
        TEXTS.words("label-check.missing", item.words().zh(), item.hint().zh()).zh(),
        TEXTS.words("label-check.missing", item.words().en(), item.hint().en()).en());
  }

  private static String outcome(String item, Style style, Party maker, @Nullable Label label) {
    boolean forInfants = style.details().ageGroup() == AgeGroup.INFANT;
    if (!style.markets().contains("CN") || (item.equals("infant-class") && !forInfants)) {
      return "not-applicable";
    }
    return isPresent(item, style, maker, label) ? "present" : MISSING;
  }

  private static boolean isPresent(String item, Style style, Party maker, @Nullable Label label) {
    return switch (item) {
      case "maker" -> !maker.name().isBlank() && !maker.address().isBlank();
      case "product-name" -> !style.name().isBlank();
      case "size" -> !style.variants().isEmpty();
      case "composition" -> label != null;
      case "care" -> CareSymbols.areComplete(style.details().care());
      case "standard" -> style.standard() != null;
      case "safety-class" -> style.safetyClass() != null;
      case "infant-class" -> "A".equals(style.safetyClass());
      case "storage" -> style.details().storage() != null;
      case "durable-label" ->
          LabelItem.ALL.stream()
              .filter(LabelItem::durable)
              .allMatch(one -> isPresent(one.item(), style, maker, label));
      default -> throw new IllegalStateException("no way to look for " + item);
    };
  }
}
