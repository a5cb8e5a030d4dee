package cn.zhenrong.issue;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/// Makers' limits, and how much of them is used.
@Mapper
interface LimitMapper {
  @Nullable Limit limit(@Param("party") long party);

  /// The same, and nobody else gets it before this transaction ends. Locks nothing if there is no
  /// row.
  @Nullable Limit lock(@Param("party") long party);

  /// Writes one row: it says 1 for a new one, 2 for a changed one.
  int put(@Param("party") long party, @Param("limit") Limit limit, @Param("at") Instant at);

  /// Garments of batches accepted in a time that were not called back.
  long accepted(
      @Param("party") long party, @Param("from") Instant from, @Param("before") Instant before);
}
