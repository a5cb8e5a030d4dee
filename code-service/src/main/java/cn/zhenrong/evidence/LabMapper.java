package cn.zhenrong.evidence;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/// The register of laboratories.
@Mapper
interface LabMapper {

  int insert(@Param("row") LabRow row);

  boolean isRegistered(@Param("key") String key);

  /// Where the laboratory of this key confirms its reports; null if it is not known.
  @Nullable String checkUrl(@Param("key") String key);

  /// Counts the row also when nothing changes.
  int relink(@Param("id") long id, @Param("url") @Nullable String url);

  @Nullable LabRow lock(@Param("id") long id);

  List<LabRow> labs(@Param("before") long before, @Param("limit") int limit);

  List<AccreditationRow> accreditations(@Param("labs") List<Long> labs);

  int clear(@Param("lab") long lab);

  int insertAccreditations(@Param("rows") List<AccreditationRow> rows);
}
