package cn.zhenrong.party;

import org.apache.ibatis.annotations.Mapper;

/// The audit trail: rows are only ever added.
@Mapper
interface AuditMapper {
  int insert(AuditRow row);
}
