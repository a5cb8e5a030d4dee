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

  /// All that are not released, oldest first. Not limited: a hold left out would be a green page.
  List<HoldRow> inForce();

  /// Holds with their end, newest first.
  ///
  /// @param released whether those that are over, or those in force
  /// @param before only those with a smaller id
  List<HoldRow> page(
      @Param("released") boolean released, @Param("before") long before, @Param("limit") int limit);

  @Nullable HoldRow find(@Param("id") long id);

  /// Changes nothing if it is released already.
  int release(
      @Param("id") long id,
      @Param("by") long by,
      @Param("at") Instant at,
      @Param("reason") String reason);
}
