package cn.zhenrong.product;

import cn.zhenrong.conformity.AgeGroup;
import cn.zhenrong.conformity.Spinning;
import cn.zhenrong.problem.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a label says of a style beside name, standard and composition. Anything may be missing.
///
/// @param care symbols of GB/T 8685, such as `wash-hand`
/// @param storage notes on use and storage
/// @param ageGroup whom it is made for
/// @param spinning how the yarn was spun
public record StyleDetails(
    List<String> care,
    @Nullable String storage,
    @Nullable AgeGroup ageGroup,
    @Nullable Spinning spinning) {
  public StyleDetails {
    care = List.copyOf(care);
  }

  /// Whether washing, bleaching, drying, ironing and professional care each have a symbol.
  public boolean saysAllCare() {
    return CareSymbols.areComplete(care);
  }

  /// The care symbols in Chinese words, in their order.
  public List<String> careWords() {
    return care.stream().map(CareSymbols::words).map(Words::zh).toList();
  }

  /// The same in both languages.
  public List<Words> careInBoth() {
    return care.stream().map(CareSymbols::words).toList();
  }
}
