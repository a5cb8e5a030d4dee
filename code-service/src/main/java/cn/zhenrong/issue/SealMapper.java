package cn.zhenrong.issue;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/// Who seals which batch, how far it is, and the result.
@Mapper
interface SealMapper {
  List<Long> unclaimed(@Param("now") Instant now, @Param("limit") int limit);

  int claim(
      @Param("id") long id,
      @Param("owner") String owner,
      @Param("now") Instant now,
      @Param("until") Instant until);

  int extend(@Param("id") long id, @Param("owner") String owner, @Param("until") Instant until);

  int insertBlock(@Param("id") long id, @Param("block") int block, @Param("hash") byte[] hash);

  List<BlockRow> blocks(@Param("id") long id);

  long blockCount(@Param("id") long id);

  int insertManifest(@Param("id") long id, @Param("row") ManifestRow row);

  int open(@Param("id") long id, @Param("owner") String owner, @Param("at") Instant at);

  int sealingUnder(@Param("slot") int slot);

  @Nullable ManifestRow manifest(@Param("id") long id);
}
