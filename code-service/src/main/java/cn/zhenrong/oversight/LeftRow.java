package cn.zhenrong.oversight;

/// How much beside its own row leads from some cases to people.
///
/// @param contacts rows of `case_contact`
/// @param notes notes of the association
record LeftRow(int contacts, int notes) {}
