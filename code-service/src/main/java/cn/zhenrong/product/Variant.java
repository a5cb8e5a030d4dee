package cn.zhenrong.product;

import cn.zhenrong.code.Gtin;
import org.jspecify.annotations.Nullable;

/// One colour and size of a style.
///
/// @param gtin of this variant, if it differs from the style's (GTINs differ by size and colour)
public record Variant(String colour, String size, @Nullable Gtin gtin) {}
