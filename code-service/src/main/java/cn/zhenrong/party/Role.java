package cn.zhenrong.party;

/// What a person may do. One role a person; the organisation says whose records.
public enum Role {
  /// Approves, holds, sees every party's records.
  ASSOCIATION,
  /// Registers styles, labels and reports of its own organisation and applies for codes.
  MAKER,
  /// Activates and spoils codes at the bench.
  QC
}
