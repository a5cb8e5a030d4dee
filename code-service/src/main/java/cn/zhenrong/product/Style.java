package cn.zhenrong.product;

import cn.zhenrong.code.Gtin;
import cn.zhenrong.code.ProductKey;
import cn.zhenrong.conformity.Goods;
import cn.zhenrong.party.PartyId;
import cn.zhenrong.party.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A design as its maker registered it.
///
/// @param markets ISO 3166-1 alpha-2 codes and `EU`, such as `CN`
/// @param standard product standard on the label, such as `FZ/T 73009-2021`
/// @param safetyClass `A`, `B` or `C` of GB 18401-2010
/// @param photoDigest lower-case hex SHA-256 of the photo; null without one
public record Style(
    StyleId id,
    PartyId party,
    String styleNo,
    String name,
    @Nullable Gtin gtin,
    List<String> markets,
    @Nullable String standard,
    @Nullable String safetyClass,
    List<Variant> variants,
    StyleDetails details,
    @Nullable String photoDigest,
    PersonId enteredBy,
    Instant createdAt) {

  /// What the rules want to know of these goods beside label and report.
  public Goods goods() {
    return new Goods(standard, details.spinning(), details.ageGroup());
  }

  /// The key that codes of this variant carry: its own GTIN, else the style's, else none.
  public ProductKey key(Variant variant) {
    Gtin own = variant.gtin() == null ? gtin : variant.gtin();
    return own == null ? ProductKey.none() : ProductKey.of(own);
  }
}
