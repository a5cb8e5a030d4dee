package cn.zhenrong.scan;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/// Verifications, sessions and their sums.
@Mapper
interface ScanMapper {

  /// The secret of one month.
  record Secret(byte[] bytes) {}

  @Nullable Secret secret(@Param("month") String month);

  int insertSecret(@Param("month") String month, @Param("secret") byte[] secret);

  int insertVerification(
      @Param("nonce") byte[] nonce,
      @Param("index") long index,
      @Param("device") byte[] device,
      @Param("at") Instant at,
      @Param("opened") boolean opened);

  int markOpened(@Param("nonce") byte[] nonce, @Param("index") long index);

  @Nullable SessionRow lockSession(@Param("index") long index, @Param("device") byte[] device);

  int insertSession(
      @Param("index") long index, @Param("device") byte[] device, @Param("at") Instant at);

  int updateSession(
      @Param("index") long index,
      @Param("device") byte[] device,
      @Param("at") Instant at,
      @Param("more") int more);

  int ensureSummary(@Param("index") long index, @Param("at") Instant at);

  int addToSummary(
      @Param("index") long index,
      @Param("more") int more,
      @Param("opened") int opened,
      @Param("at") Instant at);

  @Nullable SummaryRow summary(@Param("index") long index, @Param("device") byte[] device);
}
