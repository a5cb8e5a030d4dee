package cn.zhenrong.oversight;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/// Cases, who reported them and how they were answered.
@Mapper
interface CaseMapper {
  int insert(@Param("nonce") byte[] nonce, @Param("row") CaseRow row);

  int insertContact(@Param("row") ContactRow row);

  int insertAnswer(@Param("row") CaseAnswerRow row);

  @Nullable String numberOf(@Param("nonce") byte[] nonce);

  @Nullable CaseRow find(@Param("number") String number);

  @Nullable CaseRow lock(@Param("number") String number);

  /// Newest first.
  ///
  /// @param status null for all
  /// @param before only those with a smaller id
  List<CaseRow> page(
      @Param("status") @Nullable CaseStatus status,
      @Param("before") long before,
      @Param("limit") int limit);

  @Nullable ContactRow contact(@Param("id") long id);

  List<CaseAnswerRow> answers(@Param("id") long id);

  int move(
      @Param("id") long id,
      @Param("status") CaseStatus status,
      @Param("outcome") @Nullable CaseOutcome outcome,
      @Param("closedAt") @Nullable Instant closedAt);

  /// Cases closed before that time out of which nothing was taken yet, the oldest first. They are
  /// the caller's until its transaction ends; what another one has is left out.
  List<DueRow> due(@Param("before") Instant before, @Param("limit") int limit);

  LeftRow left(@Param("cases") List<Long> cases);

  int deleteContacts(@Param("cases") List<Long> cases);

  int clearNotes(@Param("cases") List<Long> cases);

  int forget(@Param("cases") List<Long> cases, @Param("at") Instant at);

  boolean hasPhoto(@Param("digest") String digest);
}
