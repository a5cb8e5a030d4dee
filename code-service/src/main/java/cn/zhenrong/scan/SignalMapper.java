package cn.zhenrong.scan;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/// What the clone rules saw.
@Mapper
interface SignalMapper {

  /// Adds to what is there.
  ///
  /// @return 1 for each new row and 2 for each other
  int add(@Param("rows") List<SignalRow> rows);

  /// Notes a rule beside the verifications of codes.
  ///
  /// @param bit of [CloneRule#bit]
  int remember(@Param("indexes") Collection<Long> indexes, @Param("bit") int bit);

  List<SignalRow> dismissed(@Param("indexes") Collection<Long> indexes);

  /// Those that are not dismissed; at most one a rule.
  List<SignalRow> ofCode(@Param("index") long index);

  List<SignalRow> ofRange(@Param("reach") Signals.Reach reach, @Param("limit") int limit);

  int dismiss(@Param("reach") Signals.Reach reach, @Param("at") Instant at);
}
