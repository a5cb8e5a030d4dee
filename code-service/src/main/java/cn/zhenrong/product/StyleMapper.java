package cn.zhenrong.product;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/// Styles, their variants and the GTINs that are taken.
@Mapper
interface StyleMapper {

  int insertStyle(StyleRow row);

  int insertVariants(@Param("rows") List<VariantRow> rows);

  int insertGtins(@Param("style") long style, @Param("gtins") List<String> gtins);

  int deleteVariants(@Param("style") long style);

  int deleteGtins(@Param("style") long style, @Param("gtins") List<String> gtins);

  /// What may change of a style.
  ///
  /// @param care symbols joined with commas
  record Description(
      long id,
      @Nullable String standard,
      @Nullable String safetyClass,
      @Nullable String care,
      @Nullable String storage,
      @Nullable String ageGroup,
      @Nullable String spinning) {}

  /// Counts the row also when nothing changes.
  int describe(Description description);

  /// The composition labels of a style that batches use, locked until the transaction ends.
  List<Long> usedLabels(@Param("style") long style);

  int show(@Param("id") long id, @Param("digest") String digest, @Param("small") String small);

  /// The digest of the photo, large or small; null without one.
  @Nullable String photo(@Param("id") long id, @Param("small") boolean small);

  List<String> takenGtins(@Param("gtins") List<String> gtins);

  @Nullable StyleRow style(@Param("id") long id);

  /// The style this GTIN stands on, itself or by one of its variants.
  @Nullable StyleRow styleOfGtin(@Param("gtin") String gtin);

  /// @param party null for every party's
  List<StyleRow> styles(
      @Param("party") @Nullable Long party,
      @Param("before") long before,
      @Param("limit") int limit);

  /// Variants of several styles, in their order.
  List<VariantRow> variants(@Param("styles") List<Long> styles);

  /// Whether any style shows this photo, large or small.
  boolean showsPhoto(@Param("digest") String digest);
}
