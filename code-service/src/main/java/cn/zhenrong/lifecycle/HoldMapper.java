package cn.zhenrong.lifecycle;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/// Holds and recalls.
@Mapper
interface HoldMapper {
  int insert(HoldRow row);

  /// Those not released, oldest first.
  List<HoldRow> inForce();

  @Nullable HoldRow find(@Param("id") long id);

  /// Changes nothing if it is released already.
  int release(
      @Param("id") long id,
      @Param("by") long by,
      @Param("at") Instant at,
      @Param("reason") String reason);
}
