package cn.zhenrong.party;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/// Remembered answers to staff POSTs.
@Mapper
interface IdempotencyMapper {
  int insert(
      @Param("party") long party,
      @Param("key") String key,
      @Param("digest") byte[] digest,
      @Param("at") Instant at);

  @Nullable IdempotencyRow lock(@Param("party") long party, @Param("key") String key);

  int complete(
      @Param("party") long party,
      @Param("key") String key,
      @Param("status") int status,
      @Param("mediaType") @Nullable String mediaType,
      @Param("body") byte[] body);

  int deleteOlderThan(@Param("before") Instant before, @Param("limit") int limit);
}
