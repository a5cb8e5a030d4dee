package cn.zhenrong.product;

import cn.zhenrong.code.Gtin;
import org.jspecify.annotations.Nullable;

/// One row of `style_variant`.
///
/// @param number its place in the style, from 1
record VariantRow(long styleId, int number, String colour, String size, @Nullable String gtin) {

  static VariantRow of(long styleId, int number, Variant variant) {
    Gtin own = variant.gtin();
    return new VariantRow(
        styleId, number, variant.colour(), variant.size(), own == null ? null : own.digits());
  }

  Variant variant() {
    return new Variant(colour, size, gtin == null ? null : new Gtin(gtin));
  }
}
