package cn.zhenrong.product;

import cn.zhenrong.code.Gtin;
import cn.zhenrong.conformity.AgeGroup;
import cn.zhenrong.conformity.Spinning;
import cn.zhenrong.party.PartyId;
import cn.zhenrong.party.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of `style`.
///
/// @param markets joined with commas
/// @param care symbols joined with commas; null for none
record StyleRow(
    long id,
    long partyId,
    String styleNo,
    String name,
    @Nullable String gtin,
    String markets,
    @Nullable String standard,
    @Nullable String safetyClass,
    @Nullable String care,
    @Nullable String storage,
    @Nullable String ageGroup,
    @Nullable String spinning,
    @Nullable String photoDigest,
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
        new StyleDetails(
            care == null ? List.of() : List.of(care.split(",", -1)),
            storage,
            AgeGroup.of(ageGroup),
            Spinning.of(spinning)),
        photoDigest,
        new PersonId(enteredBy),
        createdAt);
  }
}
