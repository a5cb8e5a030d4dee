package cn.zhenrong.code;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The main part's declared composition in the short form that is signed and printed, such as
/// `WS70WO30` or `WS30-5WO69-5` (code-format §3).
///
/// @param text fibre code and percent in turn; a hyphen stands for the decimal point
public record Statement(String text) {
  /// The longest statement that is printed.
  public static final int LONGEST = 24;

  private static final String PERCENT = "(?:100|[1-9][0-9]?(?:-[1-9])?|0-[1-9])";
  private static final Pattern FORM = Pattern.compile("(?:[A-Z]{2,4}" + PERCENT + ")+");

  /// One fibre of the part.
  ///
  /// @param code the fibre's code, such as `WS`; null for a fibre that has none
  /// @param percent 0 to 100
  public record Share(@Nullable String code, BigDecimal percent) {}

  /// @throws cn.zhenrong.problem.Problem `statement.syntax`
  public Statement {
    if (!isWellFormed(text)) {
      throw CodeTexts.invalid("statement", "statement.syntax", LONGEST);
    }
  }

  /// The statement of a composition: percent descending, equal percents in the order given.
  ///
  /// @return empty if it cannot be written: a fibre without a code, a percent with a second
  ///   decimal, or more than [#LONGEST] characters. Such a product gets compact codes only
  public static Optional<Statement> of(List<Share> shares) {
    StringBuilder text = new StringBuilder();
    for (Share share : sorted(shares)) {
      BigDecimal percent = share.percent().stripTrailingZeros();
      if (share.code() == null || percent.scale() > 1) {
        return Optional.empty();
      }
      text.append(share.code()).append(percent.toPlainString().replace('.', '-'));
    }
    return read(text.toString());
  }

  /// Reads a statement from a printed code; empty if it is not one.
  public static Optional<Statement> read(String text) {
    return isWellFormed(text) ? Optional.of(new Statement(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return text;
  }

  private static List<Share> sorted(List<Share> shares) {
    return shares.stream().sorted(Comparator.comparing(Share::percent).reversed()).toList();
  }

  private static boolean isWellFormed(String text) {
    return text.length() <= LONGEST && FORM.matcher(text).matches();
  }
}
