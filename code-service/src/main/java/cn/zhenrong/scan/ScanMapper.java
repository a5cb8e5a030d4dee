package cn.zhenrong.scan;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/// What is read of verifications, and what is written now and then. What is written with every scan
/// is [ScanTables].
@Mapper
interface ScanMapper {

  /// The secret of one month.
  record Secret(byte[] bytes) {}

  @Nullable Secret secret(@Param("month") String month);

  int insertSecret(@Param("month") String month, @Param("secret") byte[] secret);

  int deleteSecretsBefore(@Param("month") String month);

  /// Which codes with an index of `from` or more, and less than `to`, were ever verified.
  List<Long> verified(@Param("from") long from, @Param("to") long to);

  @Nullable CodeRow code(@Param("index") long index);

  int insertDead(
      @Param("at") Instant at, @Param("reason") String reason, @Param("body") byte[] body);
}
