package cn.zhenrong.keys;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/// Public halves of signing keys, and witnesses of serial keys.
@Mapper
interface KeyMapper {
  int insertKey(SigningKeyRow row);

  List<SigningKeyRow> keys();

  List<SigningKeyRow> lockKeys();

  @Nullable String sharedStatus(@Param("slot") int slot);

  int succeed(@Param("slot") int slot, @Param("successor") String successor);

  int change(
      @Param("slot") int slot,
      @Param("from") KeyStatus from,
      @Param("to") KeyStatus to,
      @Param("successor") @Nullable String successor,
      @Param("reason") String reason,
      @Param("at") Instant at);

  int insertEpoch(EpochRow row);

  List<EpochRow> epochs();
}
