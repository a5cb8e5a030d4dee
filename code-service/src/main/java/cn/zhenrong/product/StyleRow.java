package cn.zhenrong.product;

import cn.zhenrong.code.Gtin;
import cn.zhenrong.party.PartyId;
import cn.zhenrong.party.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of `style`.
///
/// @param markets joined with commas
record StyleRow(
    long id,
    long partyId,
    String styleNo,
    String name,
    @Nullable String gtin,
    String markets,
    @Nullable String standard,
    @Nullable String safetyClass,
    long enteredBy,
    Instant createdAt) {

  Style style(List<VariantRow> variants) {
    return new Style(
        new StyleId(id),
        new PartyId(partyId),
        styleNo,
        name,
        gtin == null ? null : new Gtin(gtin),
        List.of(markets.split(",", -1)),
        standard,
        safetyClass,
        variants.stream().map(VariantRow::variant).toList(),
        new PersonId(enteredBy),
        createdAt);
  }
}
