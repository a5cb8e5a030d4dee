package cn.zhenrong.issue;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/// Which codes left the house, with whom and why.
@Mapper
interface DownloadMapper {
  int insert(@Param("row") DownloadRow row);

  /// Ends a download that is under way.
  int end(@Param("id") long id, @Param("state") String state, @Param("at") Instant at);

  /// The latest complete file with any of these codes in it.
  @Nullable DownloadRow overlapping(
      @Param("batch") long batch, @Param("first") long first, @Param("last") long last);

  /// The ranges of complete downloads and prints with any of these codes in them, by their first
  /// numbers.
  List<Earlier> earlier(
      @Param("batch") long batch,
      @Param("first") long first,
      @Param("last") long last,
      @Param("limit") int limit);

  /// Newest first.
  List<DownloadRow> page(
      @Param("batch") long batch, @Param("before") long before, @Param("limit") int limit);
}
