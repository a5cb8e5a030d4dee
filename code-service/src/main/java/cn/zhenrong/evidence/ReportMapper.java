package cn.zhenrong.evidence;

import cn.zhenrong.fibre.Share;
import java.time.Instant;
import java.time.LocalDate;
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

  /// What was measured in the first part, for the yarn balance.
  int insertFibres(@Param("report") long report, @Param("shares") List<Share> shares);

  /// Takes pieces if that many are left and the report counts; else writes nothing.
  ///
  /// @param accounted false to write nothing either where the maker has a yarn account
  int cover(
      @Param("id") long id,
      @Param("pieces") long pieces,
      @Param("today") LocalDate today,
      @Param("accounted") boolean accounted);

  /// Whether the report counts and no alarm raised after `since` is open.
  boolean backs(
      @Param("id") long id,
      @Param("today") LocalDate today,
      @Param("since") @Nullable Instant since);

  int giveBack(@Param("id") long id, @Param("pieces") long pieces);

  /// Writes nothing once pieces are issued under another file.
  int attach(@Param("id") long id, @Param("digest") String digest, @Param("at") Instant at);

  /// Writes nothing once pieces are issued under another photo.
  int show(@Param("id") long id, @Param("digest") String digest);

  int withdraw(@Param("id") long id);

  /// Writes nothing once pieces are issued under the report.
  int retract(@Param("id") long id);

  /// What earlier reports have in common with this one and no alarm says yet: at most 20 of each
  /// kind.
  ///
  /// @param from results that are not telling count for reports issued from here
  /// @param to and until here
  List<AlarmRow> sightings(
      @Param("report") Report report,
      @Param("marks") Marks marks,
      @Param("from") LocalDate from,
      @Param("to") LocalDate to);

  int insertAlarm(@Param("row") AlarmRow row, @Param("at") Instant at);

  /// Open alarms of one kind, with their records.
  List<AlarmRow> openAlarms(@Param("report") long report, @Param("code") String code);

  int closeAlarm(
      @Param("row") AlarmRow row,
      @Param("at") Instant at,
      @Param("person") long person,
      @Param("reason") String reason);

  /// Remembered alarms, open ones first, and what is to be said of the laboratories today.
  List<AlarmRow> alarms(@Param("reports") List<Long> reports);
}
