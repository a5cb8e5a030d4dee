package cn.zhenrong.product;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/// Links of styles.
@Mapper
interface StyleLinkMapper {

  /// Holds other writers of this style's links back until the transaction ends.
  @Nullable Long lockStyle(@Param("style") long style);

  int insert(StyleLink link);

  /// Counts the row also when nothing changes.
  int update(StyleLink link);

  int delete(@Param("style") long style, @Param("id") long id);

  @Nullable StyleLink link(@Param("style") long style, @Param("id") long id);

  /// In the order they were added, at most `limit`.
  List<StyleLink> links(@Param("style") long style, @Param("limit") int limit);
}
