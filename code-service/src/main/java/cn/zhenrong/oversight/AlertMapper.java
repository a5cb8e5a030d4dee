package cn.zhenrong.oversight;

import cn.zhenrong.scan.CloneRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/// Alerts and their days.
@Mapper
interface AlertMapper {

  /// @throws org.springframework.dao.DuplicateKeyException if the cause has an open alert
  int insert(AlertRow row);

  /// Adds to the open alert of the row's cause; 0 if there is none.
  int add(AlertRow row);

  @Nullable Long open(@Param("rule") CloneRule rule, @Param("cause") String cause);

  /// @return 1 for a new day and 2 for one that was there
  int addDay(
      @Param("alert") long alert,
      @Param("day") LocalDate day,
      @Param("hits") long hits,
      @Param("codes") long codes);

  /// Newest first.
  ///
  /// @param open null for all
  /// @param before only those with a smaller id
  List<AlertRow> page(
      @Param("open") @Nullable Boolean open,
      @Param("before") long before,
      @Param("limit") int limit);

  @Nullable AlertRow find(@Param("id") long id);

  /// Newest first.
  List<AlertDay> days(@Param("alert") long alert, @Param("limit") int limit);

  /// Changes nothing if it is closed already.
  int close(
      @Param("id") long id,
      @Param("outcome") AlertOutcome outcome,
      @Param("words") String words,
      @Param("by") long by,
      @Param("at") Instant at);

  /// At most one a rule.
  List<RuleCount> counts();
}
