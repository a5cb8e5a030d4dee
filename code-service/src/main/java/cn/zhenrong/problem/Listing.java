package cn.zhenrong.problem;

import java.math.BigInteger;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Which stretch of a list is asked for, newest first.
///
/// @param limit how many at most, 1 to 200
/// @param before only records with a smaller id, that is older ones
public record Listing(int limit, long before) {
  private static final Texts TEXTS = Texts.beside(Listing.class);
  private static final int USUAL = 50;
  private static final int MOST = 200;

  /// Reads the two query parameters; either may be left out.
  ///
  /// @throws Problem invalid-input on `limit` or `before`
  public static Listing read(@Nullable String limit, @Nullable String before) {
    Fields fields = new Fields();
    Listing listing = read(fields, limit, before);
    fields.check();
    return listing;
  }

  /// The same beside other parameters, noting what is wrong in `fields`.
  public static Listing read(Fields fields, @Nullable String limit, @Nullable String before) {
    return new Listing(
        (int) number(fields, "limit", limit, USUAL, MOST),
        number(fields, "before", before, Long.MAX_VALUE, Long.MAX_VALUE));
  }

  /// The newest one only.
  public static Listing newest() {
    return new Listing(1, Long.MAX_VALUE);
  }

  private static long number(
      Fields fields, String field, @Nullable String text, long otherwise, long most) {
    if (text == null || text.isEmpty()) {
      return otherwise;
    }
    OptionalLong number = positive(text);
    if (number.isEmpty()) {
      fields.refuse(field, "listing.number", TEXTS.words("listing.number"));
      return otherwise;
    }
    return fields.number(field, number.getAsLong(), 1, most);
  }

  /// The positive number written in plain decimal digits; empty for any other text.
  public static OptionalLong positive(String text) {
    if (!text.matches("[1-9][0-9]{0,18}")) {
      return OptionalLong.empty();
    }
    BigInteger number = new BigInteger(text);
    return number.bitLength() > 63
        ? OptionalLong.empty()
        : OptionalLong.of(number.longValueExact());
  }
}
