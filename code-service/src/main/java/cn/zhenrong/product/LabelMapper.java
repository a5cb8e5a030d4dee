package cn.zhenrong.product;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/// Composition labels. What a label says is never updated.
@Mapper
interface LabelMapper {

  int insert(LabelRow row);

  /// Counts the row also when it was marked before.
  int markUsed(@Param("id") long id, @Param("at") Instant at);

  int deleteUnused(@Param("id") long id);

  @Nullable LabelRow label(@Param("id") long id);

  List<LabelRow> labels(
      @Param("style") long style, @Param("before") long before, @Param("limit") int limit);
}
