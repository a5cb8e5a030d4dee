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

  int close(@Param("slot") int slot, @Param("successor") String successor);

  int insertEpoch(
      @Param("epoch") int epoch, @Param("witness") String witness, @Param("at") Instant at);

  @Nullable String witness(@Param("epoch") int epoch);
}
