package cn.zhenrong.oversight;

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
      @Param("before") @Nullable Long before,
      @Param("limit") int limit);

  @Nullable ContactRow contact(@Param("id") long id);

  List<CaseAnswerRow> answers(@Param("id") long id);

  int move(
      @Param("id") long id,
      @Param("status") CaseStatus status,
      @Param("outcome") @Nullable CaseOutcome outcome);
}
