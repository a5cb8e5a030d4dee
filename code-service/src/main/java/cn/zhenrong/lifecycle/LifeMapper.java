package cn.zhenrong.lifecycle;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/// Spans and events of codes, and the row each batch is locked by.
@Mapper
interface LifeMapper {

  /// Locks the batch until the transaction ends. Null if nobody has touched it yet.
  @Nullable LifeRow lock(@Param("batch") long batch);

  /// The same row, as it stands, without a lock.
  @Nullable LifeRow life(@Param("batch") long batch);

  /// Makes the batch's row, or locks the one somebody else made meanwhile.
  int open(@Param("batch") long batch);

  int advance(@Param("batch") long batch, @Param("life") LifeRow life);

  /// The last span that begins at or before a sequence number; it may end before it.
  @Nullable SpanRow spanAtOrBefore(@Param("batch") long batch, @Param("sequence") long sequence);

  /// Spans that begin in first…last, in order.
  List<SpanRow> spansFrom(
      @Param("batch") long batch,
      @Param("first") long first,
      @Param("last") long last,
      @Param("limit") int limit);

  /// Spans that begin in first…last, the last one first.
  List<SpanRow> spansDownFrom(
      @Param("batch") long batch,
      @Param("first") long first,
      @Param("last") long last,
      @Param("limit") int limit);

  int deleteSpans(@Param("batch") long batch, @Param("rows") List<SpanRow> rows);

  int insertSpans(@Param("batch") long batch, @Param("rows") List<SpanRow> rows);

  int deleteAllSpans(@Param("batch") long batch);

  int insertEvents(@Param("batch") long batch, @Param("rows") List<EventRow> rows);

  /// Events after a number, in order.
  List<EventRow> eventsAfter(
      @Param("batch") long batch, @Param("number") long number, @Param("limit") int limit);

  /// Events of one code, in order.
  ///
  /// @param reaches for each size class, the lowest first sequence an event over the code can have
  List<EventRow> eventsOf(
      @Param("batch") long batch,
      @Param("sequence") long sequence,
      @Param("reaches") List<Reach> reaches,
      @Param("limit") int limit);

  int insertEnd(@Param("batch") long batch, @Param("row") EndRow row);

  @Nullable EndRow findEnd(@Param("batch") long batch);

  List<StateCount> countStates(@Param("batch") long batch);
}
