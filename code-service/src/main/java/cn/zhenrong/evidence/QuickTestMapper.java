package cn.zhenrong.evidence;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/// Quick tests. Rows are only ever added.
@Mapper
interface QuickTestMapper {

  int insert(@Param("row") QuickTestRow row);

  List<QuickTestRow> tests(
      @Param("style") long style, @Param("before") long before, @Param("limit") int limit);
}
