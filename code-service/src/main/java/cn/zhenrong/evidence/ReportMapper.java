package cn.zhenrong.evidence;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/// Test reports and the alarms on them.
@Mapper
interface ReportMapper {

  int insert(@Param("row") ReportRow row, @Param("marks") Marks marks);

  @Nullable ReportRow report(@Param("id") long id);

  /// @param party null for every party's
  List<ReportRow> reports(
      @Param("party") @Nullable Long party,
      @Param("before") long before,
      @Param("limit") int limit);

  /// Takes pieces if that many are left and the report counts; else writes nothing.
  int cover(@Param("id") long id, @Param("pieces") long pieces);

  int giveBack(@Param("id") long id, @Param("pieces") long pieces);

  /// Writes nothing once pieces are issued under another file.
  int attach(@Param("id") long id, @Param("digest") String digest);

  int withdraw(@Param("id") long id);

  /// What reports other than this one have in common with it.
  ///
  /// @param before only reports with a smaller id count
  Sightings sightings(
      @Param("id") long id,
      @Param("before") long before,
      @Param("marks") Marks marks,
      @Param("file") @Nullable String file);

  int insertAlarm(
      @Param("report") long report, @Param("code") String code, @Param("at") Instant at);

  int closeAlarm(
      @Param("report") long report,
      @Param("code") String code,
      @Param("at") Instant at,
      @Param("person") long person,
      @Param("reason") String reason);

  List<AlarmRow> alarms(@Param("reports") List<Long> reports);
}
