package cn.zhenrong.product;

import cn.zhenrong.conformity.AgeGroup;
import cn.zhenrong.conformity.Spinning;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The details of a style as its maker sends them; nothing here is trusted yet.
///
/// @param care symbols of GB/T 8685, such as `wash-hand`, one for each treatment
/// @param ageGroup `infant`, `child` or `adult`
/// @param spinning `carded` or `combed`
record NewDetails(
    @Nullable List<@Nullable String> care,
    @Nullable String storage,
    @Nullable String ageGroup,
    @Nullable String spinning) {
  private static final Texts TEXTS = Texts.beside(NewDetails.class);
  private static final int MOST_SYMBOLS = 8;
  private static final int LONGEST_STORAGE = 200;

  /// Reads every field, noting what is wrong in `fields`.
  StyleDetails read(Fields fields) {
    AgeGroup age = AgeGroup.of(ageGroup);
    if (ageGroup != null && age == null) {
      fields.refuse("ageGroup", "age-group.unknown", TEXTS.words("age-group.unknown"));
    }
    Spinning spun = Spinning.of(spinning);
    if (spinning != null && spun == null) {
      fields.refuse("spinning", "spinning.unknown", TEXTS.words("spinning.unknown"));
    }
    return new StyleDetails(
        readCare(fields), fields.optionalText("storage", storage, LONGEST_STORAGE), age, spun);
  }

  private List<String> readCare(Fields fields) {
    if (care == null) {
      return List.of();
    }
    List<String> symbols = new ArrayList<>();
    for (String symbol : care) {
      if (symbol == null || !CareSymbols.isKnown(symbol) || symbols.size() == MOST_SYMBOLS) {
        fields.refuse("care", "care.unknown", TEXTS.words("care.unknown"));
        return List.of();
      }
      symbols.add(symbol);
    }
    if (!CareSymbols.areDistinct(symbols)) {
      fields.refuse("care", "care.twice", TEXTS.words("care.twice"));
    }
    return symbols;
  }
}
