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
/// @param photo a photo of this style; null without one
public record StylePanel(
    String name,
    @Nullable String styleNo,
    @Nullable String colour,
    @Nullable String size,
    @Nullable String safetyClass,
    @Nullable String standard,
    @Nullable Photo photo) {

  /// Where a photo is; paths of this site.
  ///
  /// @param small to stand in the page
  /// @param large to look at closely
  public record Photo(String small, String large) {

    /// @throws IllegalArgumentException if the photo lies on another site
    public Photo {
      Addresses.requireLocal(small);
      Addresses.requireLocal(large);
    }
  }
}
