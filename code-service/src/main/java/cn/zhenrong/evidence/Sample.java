package cn.zhenrong.evidence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The piece that was tested and the goods it stands for, as the report says.
///
/// @param description 样品名称, such as 羊绒衫 驼色
/// @param styleNo 货号 on the report
/// @param takenBy who drew or brought it
/// @param takenOn when it was drawn or brought
/// @param lot 批号 of the goods
/// @param madeOn 生产日期 of the lot
public record Sample(
    @Nullable String description,
    @Nullable String styleNo,
    @Nullable String takenBy,
    @Nullable LocalDate takenOn,
    @Nullable String lot,
    @Nullable LocalDate madeOn) {
  static final Sample NONE = new Sample(null, null, null, null, null, null);
}
