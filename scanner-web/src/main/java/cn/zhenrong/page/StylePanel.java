package cn.zhenrong.page;

import org.jspecify.annotations.Nullable;

/// What the garment should be and look like.
///
/// @param name product name
/// @param styleNo the maker's style number
/// @param colour colour of this piece
/// @param size size of this piece
/// @param safetyClass A, B or C of GB 18401
/// @param standard the product standard named on the label
/// @param photoUrl a photo of this style; a path of this site
public record StylePanel(
    String name,
    @Nullable String styleNo,
    @Nullable String colour,
    @Nullable String size,
    @Nullable String safetyClass,
    @Nullable String standard,
    @Nullable String photoUrl) {

  /// @throws IllegalArgumentException if the photo lies on another site
  public StylePanel {
    Addresses.requireLocal(photoUrl);
  }
}
