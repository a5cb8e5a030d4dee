package cn.zhenrong.product;

import cn.zhenrong.problem.Listing;
import java.util.Optional;
import java.util.OptionalLong;

/// Identifies a style.
public record StyleId(long value) {
  /// Reads an id as JSON carries it, in decimal digits. Empty for a text that can be no id.
  public static Optional<StyleId> read(String text) {
    OptionalLong number = Listing.positive(text);
    return number.isPresent() ? Optional.of(new StyleId(number.getAsLong())) : Optional.empty();
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
