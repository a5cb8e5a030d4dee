package cn.zhenrong.evidence;

import java.time.LocalDate;

/// One row of `lab_accreditation`: a mark and one period in which it is in force, both days
/// included.
record AccreditationRow(
    long labId, String mark, String certificate, LocalDate validFrom, LocalDate validUntil) {}
