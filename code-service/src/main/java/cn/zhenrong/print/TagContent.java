package cn.zhenrong.print;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands on one hang tag. Texts are as they are to be read; nothing here is looked up.
///
/// @param composition one text for each part, such as `大身：95%山羊绒 5%绵羊毛`, in label order
record TagContent(Garment garment, List<String> composition, Claims claims, Mark mark) {
  TagContent {
    composition = List.copyOf(composition);
  }

  /// The garment and who made it.
  ///
  /// @param name product name, such as `圆领羊绒衫`
  /// @param size size designation by GB/T 1335, such as `170/92A`
  /// @param maker registered name
  record Garment(String name, String styleNo, String colour, String size, String maker) {}

  /// What the maker claims and who tested it.
  ///
  /// @param standard product standard, such as `FZ/T 73009-2021`
  /// @param safetyClass as printed, such as `GB 18401-2010 B类`
  /// @param lab short name of the laboratory
  record Claims(String standard, String safetyClass, String reportNumber, String lab) {
    /// A safety class as it is printed; empty without one.
    static String safety(@Nullable String letter) {
      return letter == null ? "" : "GB 18401 " + letter + "类";
    }
  }

  /// What makes this label different from its neighbours on the roll.
  ///
  /// @param serial human form, `XXXX-XXXX-XXXX-XXXX`
  /// @param sequence number in the batch, from 1
  /// @param symbol of the printed text
  record Mark(String serial, long sequence, Symbol symbol) {}
}
