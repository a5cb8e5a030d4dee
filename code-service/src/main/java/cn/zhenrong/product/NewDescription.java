package cn.zhenrong.product;

import cn.zhenrong.product.NewStyle.NewVariant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a style says, as its maker completes or corrects it; nothing here is trusted yet.
///
/// @param care with `storage`, `ageGroup` and `spinning` as in [NewDetails]: left out is taken away
/// @param standard left out stays as it is; so do `safetyClass` and `variants`
/// @param variants all of them, in their order
record NewDescription(
    @Nullable List<@Nullable String> care,
    @Nullable String storage,
    @Nullable String ageGroup,
    @Nullable String spinning,
    @Nullable String standard,
    @Nullable String safetyClass,
    @Nullable List<@Nullable NewVariant> variants) {

  NewDetails details() {
    return new NewDetails(care, storage, ageGroup, spinning);
  }
}
