package cn.zhenrong.lifecycle;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/// Boxes and what is in them.
@Mapper
interface BoxMapper {
  int insert(BoxRow row);

  int insertRanges(@Param("rows") List<BoxRange> rows);

  @Nullable BoxRow find(@Param("id") long id);

  /// In order of batch and sequence number.
  List<BoxRange> content(@Param("id") long id);

  /// Opens those that are sealed.
  int open(@Param("ids") List<Long> ids, @Param("opening") Opening opening);

  /// What of a batch lies in sealed boxes, in order of sequence number. Begins in from…last and
  /// ends at or behind first.
  List<SealedRange> sealed(
      @Param("batch") long batch,
      @Param("from") long from,
      @Param("first") long first,
      @Param("last") long last,
      @Param("limit") int limit);

  /// Whether any code of a batch was ever in a box.
  boolean anyOf(@Param("batch") long batch);

  /// Boxes one code was in, the newest first.
  ///
  /// @param from where the longest range that holds it may begin
  List<BoxRow> boxesOf(
      @Param("batch") long batch,
      @Param("from") long from,
      @Param("sequence") long sequence,
      @Param("limit") int limit);

  /// Boxes with codes of a batch, the newest first.
  List<BoxRow> page(
      @Param("batch") long batch, @Param("before") long before, @Param("limit") int limit);
}
