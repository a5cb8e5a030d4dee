package cn.zhenrong.product;

import cn.zhenrong.conformity.Table;
import cn.zhenrong.problem.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing a label of textile goods sold in China says.
///
/// @param durable whether it is believed to stand on the durable label too
/// @param confidence `confirmed`, `partly` or `memory`
/// @param words what it is
/// @param hint what to enter where it is missing
record LabelItem(
    String item,
    boolean durable,
    String standard,
    @Nullable String clause,
    String confidence,
    Words words,
    Words hint) {
  static final List<LabelItem> ALL =
      Table.read(LabelItem.class, "label_items.tsv", 9).stream().map(LabelItem::of).toList();

  private static LabelItem of(List<String> row) {
    return new LabelItem(
        row.get(0),
        row.get(1).equals("yes"),
        row.get(2),
        row.get(3).equals("-") ? null : row.get(3),
        row.get(4),
        new Words(row.get(5), row.get(6)),
        new Words(row.get(7), row.get(8)));
  }
}
